import fc from "fast-check";
import { compile } from "tailwindcss";
import { describe, expect, test } from "vitest";
import { rgb, smallDesign, smallVariables } from "../../test/small-design.ts";
import { themedDesign } from "../../test/themed-design.ts";
import { readComment } from "./css-comment.ts";
import { tokenFiles } from "./token-files.ts";

const [theme] = tokenFiles(themedDesign(), "tailwind").files;

/** What Tailwind itself makes of the theme, for some classes. */
async function built(classes: readonly string[]): Promise<string> {
  const { build } = await compile(`${theme?.text}\n@tailwind utilities;`);
  return build([...classes]);
}

describe("tokens as a theme of Tailwind", () => {
  test("make utilities by namespace", async () => {
    const css = await built([
      "bg-bg",
      "text-button-label",
      "p-md",
      "rounded-button",
      "shadow-raised",
      "text-heading-1",
      "font-family",
    ]);
    expect(css).toMatch(/\.bg-bg \{\s+background-color: var\(--color-bg\)/);
    expect(css).toMatch(/\.text-button-label \{\s+color: var\(--color-button-label\)/);
    expect(css).toMatch(/\.p-md \{\s+padding: var\(--spacing-md\)/);
    expect(css).toMatch(/\.rounded-button \{\s+border-radius: var\(--radius-button\)/);
    expect(css).toContain(".shadow-raised {");
    expect(css).toMatch(
      /\.text-heading-1 \{\s+font-size: var\(--text-heading-1\);\s+line-height: .*--text-heading-1--line-height/,
    );
    expect(css).toMatch(/\.font-family \{\s+font-family: var\(--font-family\)/);
  });

  test("keep what an alias points at, in a theme that drops what is not used", async () => {
    const css = await built(["bg-bg"]);
    expect(css).toMatch(/:root, :host \{[^}]*--color-gray-0: #ffffff;[^}]*--color-bg: var\(--color-gray-0\);/);
  });

  test("are set anew by attributes in other modes", async () => {
    const css = await built(["bg-bg"]);
    expect(css).toMatch(/\[data-theme="dark"\] \{[^}]*--color-bg: var\(--color-gray-900\)/);
    expect(css).toMatch(/\[data-density="compact"\] \{[^}]*--spacing-md: 8px/);
    expect(css).toContain("--color-gray-900: #111827");
  });

  test("have no utilities where Tailwind has no namespace, and are there all the same", async () => {
    const css = await built([]);
    expect(css).toContain("--disabled-opacity: 0.4;");
    expect(css).toContain("--brand-sweep: linear-gradient(");
  });

  test("give back every name, whatever is in it", () => {
    const name = fc.oneof(
      fc.string({ unit: "grapheme", minLength: 1, maxLength: 16 }),
      fc.string({
        unit: fc.constantFrom("*", "/", "\\", "n", "\n", "{", "}", ";", "-", "A", "色", '"'),
        maxLength: 10,
      }),
    );
    fc.assert(
      fc.property(fc.uniqueArray(name, { minLength: 1, maxLength: 10 }), (names) => {
        const variables = Object.fromEntries(
          names.map((one) => [one, { type: "COLOR" as const, values: [rgb("#123456")] }]),
        );
        const design = smallDesign([], { variables: smallVariables([{ name: "All", modes: ["A"], variables }]) });
        const text = tokenFiles(design, "tailwind").files[0]?.text ?? "";
        const told = text.split("\n").flatMap((line) => {
          const [, property, comment] = line.match(/^ {2}--(.*?): #123456;(?: (\/\*.*\*\/))?$/su) ?? [];
          return property === undefined ? [] : [comment === undefined ? property : readComment(comment)];
        });
        expect(told).toHaveLength(names.length);
        expect(new Set(told)).toEqual(new Set(names));
      }),
    );
  });
});
