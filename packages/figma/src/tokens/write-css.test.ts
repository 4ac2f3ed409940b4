import fc from "fast-check";
import { transform } from "lightningcss";
import { describe, expect, test } from "vitest";
import { realDesign } from "../../test/real-design.ts";
import { alias, rgb, smallDesign, smallVariables } from "../../test/small-design.ts";
import { themedDesign } from "../../test/themed-design.ts";
import type { FigmaDocument } from "../documents/figma-document.ts";
import { readComment } from "./css-comment.ts";
import { tokenFiles } from "./token-files.ts";

const template = realDesign("template");

function css(document: FigmaDocument, modes?: readonly string[]): string {
  return tokenFiles(document, "css", modes).files[0]?.text ?? "";
}

/** The properties of each rule, as a parser of CSS that is not ours reads them: their names, by selector. */
function rules(text: string): Record<string, string[]> {
  const read: Record<string, string[]> = {};
  transform({
    filename: "tokens.css",
    code: Buffer.from(text),
    errorRecovery: false,
    visitor: {
      Rule: {
        style({ value }) {
          const selector = JSON.stringify(value.selectors);
          const names = value.declarations.declarations.flatMap((declaration) =>
            declaration.property === "custom" ? [declaration.value.name] : [],
          );
          read[selector] = [...(read[selector] ?? []), ...names];
        },
      },
    },
  });
  return read;
}

describe("tokens as custom properties", () => {
  test("are CSS to a parser, each property once in a rule", () => {
    const read = rules(css(themedDesign()));
    expect(Object.keys(read)).toHaveLength(5);
    for (const names of Object.values(read)) expect(new Set(names).size).toBe(names.length);
    expect(Object.values(read).flat()).toContain("--color-bg");
  });

  test("have the values that were designed", () => {
    const text = css(themedDesign());
    expect(text).toContain("--blue-500: #2563eb;");
    expect(text).toContain("--button-radius: var(--number-8);");
    expect(text).toContain("--disabled-opacity: 0.4;");
    expect(text).toContain("--heading-1: var(--font-weight-bold) 32px/1.25 var(--font-family);");
    expect(text).toContain("--heading-1-letter-spacing: -0.32px;");
    expect(text).toContain("--heading-1-text-transform: uppercase;");
    expect(text).toContain("0px 4px 8px 0px rgb(0 0 0 / 25.1%), 0px 1px 2px 0px rgb(0 0 0 / 25.1%)");
    expect(text).toContain("linear-gradient(90deg, var(--blue-500) 0%, rgb(17 24 39 / 0%) 100%)");
    expect(text).toContain("--brand-blue-2px: 2px solid var(--brand-blue);");
    expect(text).toContain("--glass: blur(12px);");
  });

  test("change by an attribute, with every alias of what changes declared again", () => {
    const dark = css(themedDesign()).match(/\[data-theme="dark"\] \{([^}]*)\}/)?.[1] ?? "";
    expect(dark).toContain("--color-bg: var(--gray-900);");
    expect(dark).toContain("--button-label: var(--color-bg);");
    expect(dark).not.toContain("--button-fill");
    expect(css(themedDesign())).toContain(':root,\n[data-theme="light"] {');
  });

  test("declare an alias within the theme again too, though it stands for the same in every mode", () => {
    const variables = smallVariables([
      {
        name: "Theme",
        modes: ["Light", "Dark"],
        variables: {
          surface: { type: "COLOR", values: [rgb("#ffffff"), rgb("#000000")] },
          card: { type: "COLOR", values: [alias("Theme/surface"), alias("Theme/surface")] },
          same: { type: "COLOR", values: [rgb("#123456"), rgb("#123456")] },
        },
      },
    ]);
    const dark = css(smallDesign([], { variables })).match(/\[data-theme="dark"\] \{([^}]*)\}/)?.[1];
    expect(dark).toBe("\n  --surface: #000000;\n  --card: var(--surface);\n");
  });

  test("put a collection that stands for another's tokens after it, however they are listed", () => {
    const variables = smallVariables([
      {
        name: "Brand",
        modes: ["A", "B"],
        variables: { x: { type: "COLOR", values: [alias("Theme/y"), rgb("#222222")] } },
      },
      {
        name: "Theme",
        modes: ["L", "D"],
        variables: { y: { type: "COLOR", values: [rgb("#ffffff"), rgb("#000000")] } },
      },
    ]);
    const text = css(smallDesign([], { variables }));
    expect(text.indexOf("/* Brand: B */")).toBeGreaterThan(text.indexOf("/* Theme: D */"));
  });

  test("let a theme and a density be chosen at once", () => {
    expect(css(themedDesign())).toMatch(/\[data-density="compact"\] \{\n {2}--space-md: 8px;/);
  });

  test("are in the one mode that is asked for, without attributes", () => {
    const text = css(themedDesign(), ["Dark"]);
    expect(text).toContain("--color-bg: var(--gray-900);");
    expect(text).not.toContain("data-theme");
  });

  test("take the name that the designers wrote for the web", () => {
    const variables = smallVariables([
      {
        name: "Theme",
        modes: ["One"],
        variables: {
          "color/brand": { type: "COLOR", values: [rgb("#010203")], web: "var(--brand-color)" },
          other: { type: "COLOR", values: [alias("Theme/color/brand")], web: "not a name: }" },
        },
      },
    ]);
    const text = css(smallDesign([], { variables }));
    expect(text).toContain("--brand-color: #010203; /* color/brand */");
    expect(text).toContain("--other: var(--brand-color);");
  });

  test("give back every name, and are CSS whatever the names hold", () => {
    const name = fc.oneof(
      fc.string({ unit: "grapheme", minLength: 1, maxLength: 16 }),
      fc.string({
        unit: fc.constantFrom("*", "/", "\\", "n", "\n", "{", "}", ";", "-", "A", "é", "色", '"'),
        maxLength: 10,
      }),
    );
    fc.assert(
      fc.property(fc.uniqueArray(name, { minLength: 1, maxLength: 10 }), (names) => {
        const variables = Object.fromEntries(names.map((one) => [one, { type: "FLOAT" as const, values: [1, 2] }]));
        const design = smallDesign([], {
          variables: smallVariables([{ name: "All", modes: ["A", "B"], variables }]),
        });
        const text = css(design);
        const properties = Object.values(rules(text));
        for (const rule of properties) expect(rule).toHaveLength(names.length);
        const told = text.split("\n").flatMap((line) => {
          const [, property, comment] = line.match(/^ {2}--(.*?): [\d.]+(?:px)?;(?: (\/\*.*\*\/))?$/su) ?? [];
          return property === undefined ? [] : [comment === undefined ? property : readComment(comment)];
        });
        expect(new Set(told)).toEqual(new Set(names));
      }),
      { numRuns: 100 },
    );
  });

  test.skipIf(template === undefined)("of a real design are CSS (needs ../shared)", () => {
    if (template === undefined) return;
    const text = css(template);
    expect(Object.values(rules(text)).flat().length).toBeGreaterThan(30);
    expect(text).toContain('--heading-l: 700 48px/1.35 "Helvetica Neue"; /* Heading L */');
  });
});
