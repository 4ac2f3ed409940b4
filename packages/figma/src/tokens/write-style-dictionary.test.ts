import { expect, test } from "vitest";
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
