import { describe, expect, it } from "vitest";
import { layer, toldTree } from "../../test/told-tree.ts";
import type { Layer } from "../outline/layer.ts";

const box = [0, 0, 10, 10] as const;
const component = { key: "k1", description: "", documentationLinks: [], remote: false };
const about = {
  components: {
    "1:1": { ...component, name: "size=sm", componentSetId: "1:0" },
    "9:9": { ...component, name: "Icon/Star", key: "abcdef", remote: true, description: "A star." },
  },
  componentSets: { "1:0": { key: "k0", name: "Button", description: "Press me." } },
};

const definitions: Partial<Layer> = {
  componentPropertyDefinitions: {
    size: { type: "VARIANT", defaultValue: "sm", variantOptions: ["sm", "md, wide"] },
    "label#1:2": { type: "TEXT", defaultValue: "Save" },
    "icon#1:3": { type: "BOOLEAN", defaultValue: true },
  },
};

describe("components", () => {
  it("tell their properties, and where their layers take them from", () => {
    const label = layer("TEXT", "1:2", box, {
      characters: "Save",
      componentPropertyReferences: { characters: "label#1:2" },
    });
    const set = layer("COMPONENT_SET", "1:0", box, {
      ...definitions,
      children: [layer("COMPONENT", "1:1", box, { children: [label] })],
    });
    const text = toldTree([set], about);
    expect(text).toContain(
      'set "1:0" 1:0 @0,0 10x10 note:"Press me." props:[size=sm*|"md, wide"; label="Save"; icon=true]',
    );
    expect(text).toContain('text "1:2" 1:2 10x10 from:[text=label] "Save"');
  });

  it("are told once for all their instances, with the key of those from a library", () => {
    const properties: Partial<Layer> = {
      componentProperties: {
        "label#1:2": { type: "TEXT", value: "Go; now" },
        "icon#1:4": { type: "INSTANCE_SWAP", value: "9:9" },
      },
    };
    const instances = [
      layer("INSTANCE", "2:1", box, { componentId: "9:9" }),
      layer("INSTANCE", "2:2", box, { componentId: "1:1", ...properties }),
      layer("INSTANCE", "2:3", box, { componentId: "1:1" }),
    ];
    expect(toldTree(instances, about).split("\n")).toEqual([
      'c1 9:9 "Icon/Star" library:abcdef note:"A star."',
      'c2 1:1 "size=sm" of "Button" 1:0 note:"Press me."',
      "",
      '  instance "2:1" 2:1 @0,0 10x10 of:c1',
      '  instance "2:2" 2:2 @0,0 10x10 of:c2 props:[label="Go; now"; icon="Icon/Star" 9:9]',
      '  instance "2:3" 2:3 @0,0 10x10 of:c2',
    ]);
  });

  it("have their overrides marked inside instances, whose ids go on from their own", () => {
    const inner = layer("INSTANCE", "I2:1;5:1", box, {
      children: [layer("TEXT", "I2:1;5:1;7:2", box, { characters: "x" })],
    });
    const overrides = [{ id: "I2:1;5:1;7:2", overriddenFields: ["characters", "fills"] }];
    const text = toldTree([layer("INSTANCE", "2:1", box, { overrides, children: [inner] })]);
    expect(text.split("\n")).toEqual([
      '  instance "2:1" 2:1 @0,0 10x10',
      '    instance "I2:1;5:1" ;5:1 10x10',
      '      text "I2:1;5:1;7:2" ;7:2 10x10 over:characters,fills "x"',
    ]);
  });
});

describe("text", () => {
  it("has its font, alignment, pieces, links and lists", () => {
    const text = layer("TEXT", "1:1", box, {
      characters: "Hello world\nitem",
      style: { fontFamily: "Inter", fontWeight: 400, fontSize: 16, lineHeightPx: 24, textAlignHorizontal: "CENTER" },
      characterStyleOverrides: [0, 0, 0, 0, 0, 0, 7, 7, 7, 7, 7],
      styleOverrideTable: {
        7: { fontFamily: "Inter", fontWeight: 700, hyperlink: { type: "URL", url: "https://a.test" } },
      },
      lineTypes: ["NONE", "UNORDERED"],
      lineIndentations: [0, 2],
    } as Partial<Layer>);
    expect(toldTree([text]).trim()).toBe(
      'text "1:1" 1:1 @0,0 10x10 font:Inter 400 16/24px align:center runs:[6+5 "world" 700 link:"https://a.test"] lists:none,ul2 "Hello world\\nitem"',
    );
  });

  it("cannot pass for the tree around it", () => {
    const text = layer("TEXT", "1:1", box, { name: 'a"\n  frame "b" 1:2', characters: "x\ny\u202e" });
    expect(toldTree([text])).toBe('  text "a\\"\\n  frame \\"b\\" 1:2" 1:1 @0,0 10x10 "x\\ny\\u202e"');
    const forged = layer("TEXT\nrect", "1:1\n1:2", box, {
      style: { fontFamily: 'a\nframe "F" 7:7' },
    } as Partial<Layer>);
    expect(toldTree([forged]).trim()).not.toContain("\n");
  });
});

describe("variables", () => {
  it("are told by name, with their value in each mode and what an alias comes to", () => {
    const alias = (id: string) => ({ type: "VARIABLE_ALIAS" as const, id });
    const color = { key: "", remote: false, description: "", hiddenFromPublishing: false, scopes: [], codeSyntax: {} };
    const variables = {
      variables: {
        "V:1": {
          ...color,
          id: "V:1",
          name: "bg",
          variableCollectionId: "C:1",
          resolvedType: "COLOR" as const,
          valuesByMode: { l: { r: 1, g: 1, b: 1, a: 1 }, d: alias("V:2") },
        },
        "V:2": {
          ...color,
          id: "V:2",
          name: "gray",
          variableCollectionId: "C:1",
          resolvedType: "COLOR" as const,
          valuesByMode: { l: { r: 0, g: 0, b: 0, a: 1 }, d: { r: 0.2, g: 0.2, b: 0.2, a: 1 } },
        },
      },
      variableCollections: {
        "C:1": {
          id: "C:1",
          name: "Theme",
          key: "",
          defaultModeId: "l",
          remote: false,
          hiddenFromPublishing: false,
          variableIds: [],
          modes: [
            { modeId: "l", name: "Light" },
            { modeId: "d", name: "Dark" },
          ],
        },
      },
    };
    const frame = layer("FRAME", "1:1", box, {
      fills: [
        {
          type: "SOLID",
          blendMode: "NORMAL",
          color: { r: 1, g: 1, b: 1, a: 1 },
          boundVariables: { color: alias("V:1") },
        },
      ],
      boundVariables: { itemSpacing: alias("V:9"), paddingLeft: alias("V:9") },
      explicitVariableModes: { "C:1": "d" },
    });
    expect(toldTree([frame], { variables }).split("\n")).toEqual([
      'v1 "bg" of "Theme" "Light"=#FFF "Dark"="gray"→#333',
      "v2 V:9",
      "",
      '  frame "1:1" 1:1 @0,0 10x10 fill:#FFF(v1) vars:gap+pad-left=v2 modes:"Theme"="Dark"',
    ]);
  });
});
