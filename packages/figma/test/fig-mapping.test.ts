import { describe, expect, it } from "vitest";
import type { NodeChange } from "./stand/fig-of.ts";
import { first, guid, hidden, told, under } from "./stand/told-of.ts";

const alias = (id: object, resolvedDataType: string) => ({ dataType: "ALIAS", resolvedDataType, value: { alias: id } });

describe("a file of a library's subscriber", () => {
  const color = (r: number) => ({ colorValue: { r, g: 0, b: 0, a: 1 } });
  const library: NodeChange[] = [
    {
      guid: guid(20),
      type: "VARIABLE_SET",
      name: "Theme",
      key: "set",
      sourceLibraryKey: "lib",
      variableSetModes: [{ id: guid(0, 9), name: "Light", sortPosition: "a" }],
      ...under(hidden),
    },
    {
      guid: guid(21),
      type: "VARIABLE",
      name: "accent",
      key: "accentkey",
      sourceLibraryKey: "lib",
      variableSetID: { guid: guid(20) },
      variableResolvedType: "COLOR",
      variableDataValues: {
        entries: [
          { modeID: guid(0, 9), variableData: { dataType: "COLOR", resolvedDataType: "COLOR", value: color(1) } },
        ],
      },
      ...under(hidden),
    },
    {
      guid: guid(22),
      type: "ROUNDED_RECTANGLE",
      name: "Brand",
      key: "stylekey",
      styleType: "FILL",
      publishFile: "lib",
      ...under(hidden),
    },
  ];

  it("has variables and styles of it by their keys", () => {
    const paint = {
      type: "SOLID",
      color: { r: 0, g: 0, b: 0, a: 1 },
      colorVar: alias({ assetRef: { key: "accentkey", version: "1" } }, "COLOR"),
    };
    const node = {
      guid: guid(3),
      type: "ROUNDED_RECTANGLE",
      fillPaints: [paint],
      styleIdForFill: { assetRef: { key: "stylekey", version: "1" } },
    };
    const drawing = told([node, ...library]);
    const id = "VariableID:accentkey/1:21";
    expect(drawing.document.children).toHaveLength(1);
    expect(drawing.document.children[0]?.children[0]).toMatchObject({
      styles: { fill: "1:22" },
      fills: [{ color: { r: 1, g: 0, b: 0, a: 1 }, boundVariables: { color: { type: "VARIABLE_ALIAS", id } } }],
      boundVariables: { fills: [{ id }] },
    });
    expect(drawing.styles["1:22"]).toMatchObject({ name: "Brand", remote: true, styleType: "FILL" });
    expect(drawing.variables?.variables[id]).toMatchObject({
      name: "accent",
      remote: true,
      variableCollectionId: "VariableCollectionId:set/1:20",
    });
  });

  it("keeps the colour that the file has where the variable is not in it", () => {
    const paint = {
      type: "SOLID",
      color: { r: 0, g: 1, b: 0, a: 1 },
      colorVar: alias({ assetRef: { key: "gone", version: "1" } }, "COLOR"),
    };
    expect(first([{ guid: guid(3), type: "ROUNDED_RECTANGLE", fillPaints: [paint] }])).toMatchObject({
      fills: [{ color: { r: 0, g: 1, b: 0, a: 1 }, boundVariables: { color: { id: "VariableID:gone" } } }],
    });
  });

  it("has overrides by the keys that layers have in the library", () => {
    const component = { guid: guid(30), type: "SYMBOL", name: "Card", ...under(hidden) };
    const label = {
      guid: guid(31),
      type: "TEXT",
      overrideKey: guid(5, 77),
      textData: { characters: "Before" },
      ...under(guid(30)),
    };
    const instance = {
      guid: guid(3),
      type: "INSTANCE",
      symbolData: {
        symbolID: guid(30),
        symbolOverrides: [{ guidPath: { guids: [guid(5, 77)] }, textData: { characters: "After" } }],
      },
    };
    expect(first([component, label, instance])).toMatchObject({
      componentId: "1:30",
      children: [{ id: "I1:3;1:31", characters: "After" }],
      overrides: [{ overriddenFields: ["characters"] }],
    });
  });
});

describe("a text", () => {
  const text = (lineHeight: object) =>
    first([
      {
        guid: guid(3),
        type: "TEXT",
        fontSize: 20,
        lineHeight,
        letterSpacing: { value: 10, units: "PERCENT" },
        textData: { characters: "a" },
      },
    ]);

  it("has its lines in each of Figma's units", () => {
    expect(text({ value: 1.5, units: "RAW" })).toMatchObject({
      style: { lineHeightPx: 30, lineHeightPercentFontSize: 150, lineHeightUnit: "FONT_SIZE_%", letterSpacing: 2 },
    });
    expect(text({ value: 100, units: "PERCENT" })).toMatchObject({
      style: { lineHeightPercent: 100, lineHeightUnit: "INTRINSIC_%" },
    });
    expect(text({ value: 24, units: "PIXELS" })).toMatchObject({
      style: { lineHeightPx: 24, lineHeightUnit: "PIXELS" },
    });
  });

  it.each([
    ["Extra Bold Italic", { fontWeight: 800, italic: true }],
    ["Semi Bold", { fontWeight: 600 }],
    ["ExtraLight", { fontWeight: 200 }],
    ["Regular", { fontWeight: 400 }],
    ["Black", { fontWeight: 900 }],
  ])("has the weight that its font's style says: %s", (style, expected) => {
    const node = {
      guid: guid(3),
      type: "TEXT",
      fontName: { family: "Inter", style, postscript: "" },
      textData: { characters: "a" },
    };
    expect(first([node])).toMatchObject({ style: { fontFamily: "Inter", fontStyle: style, ...expected } });
  });
});

describe("a prototype", () => {
  it("leads on by keys, after a time, and by what variables are", () => {
    const leads = {
      connectionType: "INTERNAL_NODE",
      transitionNodeID: guid(9),
      navigationType: "OVERLAY",
      transitionType: "MOVE_FROM_LEFT",
      transitionDuration: 0.25,
      easingType: "GENTLE_SPRING",
    };
    const condition = {
      dataType: "EXPRESSION",
      value: {
        expressionValue: {
          expressionFunction: "EQUALS",
          expressionArguments: [{ dataType: "BOOLEAN", value: { boolValue: true } }],
        },
      },
    };
    const node = {
      guid: guid(3),
      type: "FRAME",
      prototypeInteractions: [
        {
          event: { interactionType: "ON_KEY_DOWN", keyTrigger: { keyCodes: [13], triggerDevice: "KEYBOARD" } },
          actions: [leads],
        },
        {
          event: { interactionType: "AFTER_TIMEOUT", transitionTimeout: 1.5 },
          actions: [
            {
              connectionType: "CONDITIONAL",
              conditionalActions: [
                { condition, actions: [{ connectionType: "URL", connectionURL: "https://example.com" }] },
              ],
            },
          ],
        },
        { isDeleted: true, event: { interactionType: "ON_CLICK" }, actions: [leads] },
      ],
    };
    expect(first([node])).toMatchObject({
      transitionNodeID: "1:9",
      transitionDuration: 250,
      transitionEasing: "GENTLE",
      interactions: [
        {
          trigger: { type: "ON_KEY_DOWN", device: "KEYBOARD", keyCodes: [13] },
          actions: [
            {
              type: "NODE",
              destinationId: "1:9",
              navigation: "OVERLAY",
              transition: { type: "MOVE_IN", direction: "LEFT", duration: 250 },
            },
          ],
        },
        {
          trigger: { type: "AFTER_TIMEOUT", timeout: 1.5 },
          actions: [
            {
              type: "CONDITIONAL",
              conditionalBlocks: [
                {
                  condition: { type: "EXPRESSION", value: { expressionFunction: "EQUALS" } },
                  actions: [{ type: "URL", url: "https://example.com" }],
                },
              ],
            },
          ],
        },
      ],
    });
  });
});
