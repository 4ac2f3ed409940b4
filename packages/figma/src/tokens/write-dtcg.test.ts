import { defineConfig, parse } from "@terrazzo/parser";
import { Ajv } from "ajv";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { designTokensSchema } from "../../test/design-tokens-schema.ts";
import { realDesign } from "../../test/real-design.ts";
import { rgb, smallDesign, smallVariables } from "../../test/small-design.ts";
import { themedDesign } from "../../test/themed-design.ts";
import { tokenFiles } from "./token-files.ts";
import { tokenGroups } from "./token-groups.ts";
import { nameAt, tokenPaths } from "./token-paths.ts";
import { writeDtcg } from "./write-dtcg.ts";

const isValid = new Ajv({ strict: false }).compile(designTokensSchema);
const template = realDesign("template");

function written(document: ReturnType<typeof themedDesign>, modes?: readonly string[]) {
  return tokenFiles(document, "dtcg", modes).files.map(({ text }) => JSON.parse(text));
}

/** As a parser that is not ours reads them. */
async function parsed(text: object) {
  const cwd = new URL("file:///tokens/");
  const source = { filename: new URL("tokens.json", cwd), src: JSON.stringify(text) };
  return (await parse([source], { config: defineConfig({ lint: { rules: {} } }, { cwd }) })).tokens;
}

describe("tokens as the Design Tokens Format Module writes them", () => {
  test("are valid", () => {
    const [tokens] = written(themedDesign());
    isValid(tokens);
    expect(isValid.errors).toBeNull();
  });

  test("are resolved through aliases, roots and composites by another parser", async () => {
    const tokens = await parsed(written(themedDesign())[0]);
    expect(tokens["Components.button.fill"]?.$value).toMatchObject({ hex: "#2563eb" });
    expect(tokens["Components.button.label"]?.$value).toMatchObject({ hex: "#ffffff" });
    expect(tokens["Components.button.radius"]?.$value).toEqual({ value: 8, unit: "px" });
    expect(tokens["Text styles.Heading.1"]?.$value).toMatchObject({
      fontFamily: ["Inter"],
      fontWeight: 700,
      fontSize: { value: 32, unit: "px" },
      lineHeight: 1.25,
    });
    expect(tokens["Borders.Brand.Blue.2px"]?.$value).toMatchObject({ color: { hex: "#2563eb" }, style: "solid" });
    expect(tokens["Effect styles.Raised"]?.$value).toHaveLength(2);
  });

  test("hold the other modes in a resolver, which says only what differs", () => {
    const [, resolver] = written(themedDesign());
    expect(resolver).toMatchObject({ version: "2025.10", sets: { base: { sources: [{ $ref: "tokens.json" }] } } });
    expect(resolver.modifiers.Theme.default).toBe("Light");
    expect(resolver.modifiers.Theme.contexts.Light).toEqual([]);
    const [dark] = resolver.modifiers.Theme.contexts.Dark;
    expect(dark.Theme.color.bg.$value).toBe("{Primitives.gray.900}");
    isValid(dark);
    expect(isValid.errors).toBeNull();
    expect(resolver.resolutionOrder).toEqual([
      { $ref: "#/sets/base" },
      { $ref: "#/modifiers/Theme" },
      { $ref: "#/modifiers/Density" },
    ]);
  });

  test("are in the mode that is asked for, and need no resolver then", () => {
    const files = written(themedDesign(), ["dark"]);
    expect(files).toHaveLength(1);
    expect(files[0].Theme.color.bg.$value).toBe("{Primitives.gray.900}");
    expect(files[0].Density.space.md.$value).toEqual({ value: 16, unit: "px" });
  });

  test("name the modes there are when another is asked for", () => {
    expect(() => written(themedDesign(), ["Sepia"])).toThrow(/Light, Dark/);
  });

  test("keep texts and switches, for which the specification has no type, as an extension", () => {
    const [tokens] = written(themedDesign());
    expect(tokens.$extensions["com.figma"].untyped.Primitives).toEqual({ greeting: 'Hello "you"', "is beta": true });
  });

  test("give back every name, whatever is in it", async () => {
    const part = fc.oneof(
      fc.string({ unit: "binary", maxLength: 12 }),
      fc.string({
        unit: fc.constantFrom(".", "{", "}", "$", "/", "%", "~", "#", "é", "色", "🎨", "a", " "),
        maxLength: 10,
      }),
      fc.constantFrom("__proto__", "constructor", "$root", "$value", "", "%24"),
    );
    const names = fc.uniqueArray(
      fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join("/")),
      {
        minLength: 1,
        maxLength: 12,
      },
    );
    fc.assert(
      fc.property(names, part, (variables, collection) => {
        const design = smallDesign([], {
          variables: smallVariables([
            {
              name: collection,
              modes: ["One"],
              variables: Object.fromEntries(
                variables.map((name) => [name, { type: "COLOR", values: [rgb("#123456")] }]),
              ),
            },
          ]),
        });
        const { groups } = tokenGroups(design);
        const [file] = writeDtcg(groups, tokenPaths(groups));
        const tokens = JSON.parse(file?.text ?? "");
        isValid(tokens);
        expect(isValid.errors).toBeNull();
        const back = placesIn(tokens).map(nameAt);
        expect(back.map(({ name }) => name).sort()).toEqual(groups[0]?.tokens.map(({ name }) => name).sort());
        expect(new Set(back.map(({ group }) => group))).toEqual(new Set([collection]));
      }),
      { numRuns: 60 },
    );
  });

  test.skipIf(template === undefined)(
    "are made of a real design's styles alone, which is said (needs ../shared)",
    async () => {
      if (template === undefined) return;
      const { files, notes, tokens } = tokenFiles(template, "dtcg");
      const read = JSON.parse(files[0]?.text ?? "");
      isValid(read);
      expect(isValid.errors).toBeNull();
      expect(tokens).toBeGreaterThan(25);
      expect(notes[0]).toMatch(/styles alone/);
      const known = await parsed(read);
      expect(known["Effect styles.Shadow Deep"]?.$type).toBe("shadow");
      expect(Object.values(known).some(({ $type }) => $type === "typography")).toBe(true);
      expect(known["Borders.Blue 2.1px"]?.$value).toMatchObject({ width: { value: 1, unit: "px" } });
    },
  );
});

function placesIn(tree: Readonly<Record<string, unknown>>, at: readonly string[] = []): readonly (readonly string[])[] {
  if (Object.hasOwn(tree, "$value")) return [at];
  return Object.keys(tree)
    .filter((key) => !key.startsWith("$") || key === "$root")
    .flatMap((key) => placesIn(tree[key] as Record<string, unknown>, [...at, key]));
}
