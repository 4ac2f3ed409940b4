import { encodeCommandsBlob } from "openfig-core";
import { describe, expect, it } from "vitest";
import type { NodeChange } from "./stand/fig-of.ts";
import { at, first, guid, hidden, told, under } from "./stand/told-of.ts";

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

describe("a layer", () => {
  it("lies where the layers around it are turned to", () => {
    const turned = {
      guid: guid(3),
      type: "FRAME",
      size: { x: 100, y: 50 },
      transform: { m00: 0, m01: -1, m02: 50, m10: 1, m11: 0, m12: 0 },
    };
    const child = {
      guid: guid(4),
      type: "ROUNDED_RECTANGLE",
      size: { x: 10, y: 20 },
      transform: at(30, 5),
      ...under(guid(3)),
    };
    const frame = first([turned, child]);
    expect(frame).toMatchObject({ rotation: Math.PI / 2, absoluteBoundingBox: { x: 0, y: 0, width: 50, height: 100 } });
    expect(frame).toMatchObject({ children: [{ absoluteBoundingBox: { x: 25, y: 30, width: 20, height: 10 } }] });
  });

  it("in a grid has its place in it", () => {
    const tracks = (...ids: number[]) => ({ entries: ids.map((id) => ({ id: guid(id, 6), position: String(id) })) });
    const sizing = (id: number, type: string, value: number) => ({
      id: guid(id, 6),
      trackSize: { maxSizing: { type, value } },
    });
    const grid = {
      guid: guid(3),
      type: "FRAME",
      stackMode: "GRID",
      gridColumns: tracks(2, 1),
      gridRows: tracks(3),
      gridColumnGap: 8,
      gridColumnsSizing: { entries: [sizing(1, "FIXED", 120), sizing(2, "FLEX", 2)] },
    };
    const cell = {
      guid: guid(4),
      type: "ROUNDED_RECTANGLE",
      gridColumnAnchor: guid(2, 6),
      gridRowAnchor: guid(3, 6),
      gridColumnSpan: 1,
      ...under(guid(3)),
    };
    expect(first([grid, cell])).toMatchObject({
      layoutMode: "GRID",
      gridColumnCount: 2,
      gridRowCount: 1,
      gridColumnGap: 8,
      gridColumnsSizing: "120px minmax(0, 2fr)",
      children: [{ gridColumnAnchorIndex: 1, gridRowAnchorIndex: 0, gridColumnSpan: 1 }],
    });
  });

  it("has its outlines where they are wanted", () => {
    const outline = encodeCommandsBlob([{ type: "M", x: 0, y: 0 }, { type: "L", x: 10, y: 0 }, { type: "Z" }]);
    const vector = {
      guid: guid(3),
      type: "VECTOR",
      fillGeometry: [{ windingRule: "ODD", commandsBlob: 0, styleID: 0 }],
    };
    expect(first([vector], { blobs: [outline], geometry: true })).toMatchObject({
      fillGeometry: [{ path: expect.stringMatching(/^M0 0L10 0/), windingRule: "EVENODD" }],
      size: { x: 10, y: 10 },
    });
    expect(first([vector], { blobs: [outline] })).not.toHaveProperty("fillGeometry");
  });

  it("is drawn with what REST has words for", () => {
    const drawn = {
      guid: guid(3),
      type: "STAR",
      strokePaints: [{ type: "SOLID", color: { r: 0, g: 0, b: 0, a: 1 }, blendMode: "MULTIPLY", opacity: 0.5 }],
      strokeWeight: 2,
      strokeAlign: "OUTSIDE",
      strokeCap: "ARROW_EQUILATERAL",
      strokeJoin: "ROUND",
      dashPattern: [4, 2],
      miterLimit: 2,
      fillPaints: [
        { type: "EMOJI" },
        {
          type: "IMAGE",
          image: { hash: new Uint8Array([0xab, 0x01]) },
          imageScaleMode: "STRETCH",
          transform: at(0.25, 0),
        },
      ],
      effects: [
        {
          type: "FOREGROUND_BLUR",
          radius: 4,
          visible: true,
          blurOpType: "PROGRESSIVE",
          startRadius: 1,
          startOffset: { x: 0, y: 0 },
          endOffset: { x: 1, y: 1 },
        },
        { type: "GLASS", radius: 4 },
        {
          type: "NOISE",
          noiseType: "DUOTONE",
          density: 0.5,
          noiseSize: { x: 2, y: 2 },
          color: { r: 1, g: 1, b: 1, a: 1 },
          secondaryColor: { r: 0, g: 0, b: 0, a: 1 },
        },
      ],
      mask: true,
      maskType: "LUMINANCE",
    };
    expect(first([drawn])).toMatchObject({
      type: "STAR",
      strokes: [{ blendMode: "MULTIPLY", opacity: 0.5 }],
      strokeAlign: "OUTSIDE",
      strokeCap: "TRIANGLE_ARROW",
      strokeJoin: "ROUND",
      strokeDashes: [4, 2],
      strokeMiterAngle: expect.closeTo(60, 5),
      fills: [
        {
          type: "IMAGE",
          imageRef: "ab01",
          scaleMode: "STRETCH",
          imageTransform: [
            [1, 0, 0.25],
            [0, 1, 0],
          ],
        },
      ],
      effects: [
        { type: "LAYER_BLUR", blurType: "PROGRESSIVE", startRadius: 1 },
        { type: "NOISE", noiseType: "DUOTONE", secondaryColor: { r: 0, g: 0, b: 0, a: 1 } },
      ],
      isMask: true,
      maskType: "LUMINANCE",
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
