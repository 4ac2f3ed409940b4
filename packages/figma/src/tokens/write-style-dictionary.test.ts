import fc from "fast-check";
import { expect, test } from "vitest";
import { rgb, smallDesign, smallVariables } from "../../test/small-design.ts";
import { themedDesign } from "../../test/themed-design.ts";
import { tokenFiles } from "./token-files.ts";

const files = tokenFiles(themedDesign(), "style-dictionary").files.map(({ name, text }) => ({
  name,
  tree: JSON.parse(text),
}));

type Tree = { readonly [key: string]: Tree } & { readonly $value?: unknown; readonly $type?: string };

test("a file of the default modes comes first, then one for each further mode with what differs", () => {
  expect(files.map(({ name }) => name)).toEqual(["tokens.json", "Theme.Dark.json", "Density.Compact.json"]);
  expect(files[1]?.tree.Theme.color.bg).toEqual({ $type: "color", $value: "{Primitives.gray.900}" });
  expect(Object.keys(files[1]?.tree)).toEqual(["Theme"]);
});

test("values are as CSS writes them, composites are objects, aliases stay aliases", () => {
  const tree = files[0]?.tree;
  expect(tree.Primitives.blue["500"]).toEqual({ $type: "color", $value: "#2563eb", $description: "The brand" });
  expect(tree.Components.button.fill.$value).toBe("{Components.button.$root}");
  expect(tree["Text styles"].Heading["1"].$value).toMatchObject({
    fontSize: "32px",
    fontFamily: "{Primitives.font.family}",
  });
  expect(tree["Effect styles"].Raised.$value[0]).toMatchObject({ offsetY: "4px", blur: "8px" });
  expect(tree.Borders.Brand.Blue["2px"].$value).toEqual({
    color: "{Color styles.Brand.Blue}",
    width: "2px",
    style: "solid",
  });
});

test("an alpha is written so that Style Dictionary's own colour parser keeps it", () => {
  expect(files[0]?.tree.Theme.color.scrim.$value).toBe("rgba(0, 0, 0, 0.502)");
});

test("every alias points at a token that is there", () => {
  const tree = files[0]?.tree as Tree;
  const seen = files.flatMap((file) =>
    [...JSON.stringify(file.tree).matchAll(/\{([^{}":,]+)\}/g)].map(([, path]) => path ?? ""),
  );
  expect(seen.length).toBeGreaterThan(10);
  for (const path of seen) {
    const token = path.split(".").reduce<Tree | undefined>((at, key) => at?.[key], tree);
    expect(token?.$value, path).toBeDefined();
  }
});

/** The names of groups and tokens, one inside the other. */
function namesIn(tree: Tree): unknown[] {
  if ("$value" in tree) return [];
  return Object.entries(tree)
    .filter(([key]) => !key.startsWith("$") || key === "$root")
    .map(([key, inner]) => [key, namesIn(inner as Tree)]);
}

test("names are written as in the W3C's format, of which every name can be read back", () => {
  const part = fc.string({ unit: fc.constantFrom(".", "{", "}", "$", "/", "%", "é", "色", "a", " "), maxLength: 10 });
  fc.assert(
    fc.property(fc.uniqueArray(part, { minLength: 1, maxLength: 10 }), (names) => {
      const variables = Object.fromEntries(
        names.map((name) => [name, { type: "COLOR" as const, values: [rgb("#123456")] }]),
      );
      const design = smallDesign([], { variables: smallVariables([{ name: "All", modes: ["A"], variables }]) });
      const [ours, w3c] = (["style-dictionary", "dtcg"] as const).map((format) =>
        namesIn(JSON.parse(tokenFiles(design, format).files[0]?.text ?? "{}")),
      );
      expect(ours).toEqual(w3c);
      expect(JSON.stringify(ours)).not.toBe("[]");
    }),
  );
});
