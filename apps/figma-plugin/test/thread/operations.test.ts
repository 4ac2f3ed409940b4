import type { ComponentNode, FrameNode, InstanceNode, TextNode } from "@figma/plugin-typings/plugin-api-standalone.js";
import { describe, expect, it } from "vitest";
import { PluginStand } from "./plugin-stand.ts";

type Operations = Record<string, unknown>[];

/** Applies a plan, and finds nodes by the references that it gave. */
async function after(operations: Operations, stand = new PluginStand()) {
  const { ids } = await stand.applied(operations);
  const person = stand.person;
  const node = async <N>(ref: string) => (await person.getNodeByIdAsync(ids[ref] ?? "")) as unknown as N;
  return { stand, ids, person, node };
}

const frame = { op: "create", type: "FRAME", ref: "$frame" };

describe("operations", () => {
  it("set paints, strokes, effects and corners", async () => {
    const { node } = await after([
      {
        ...frame,
        props: {
          fills: [
            "#ff000080",
            {
              gradient: "LINEAR",
              angle: 90,
              stops: [
                { at: 0, color: "#ffffff" },
                { at: 1, color: "#000000" },
              ],
            },
          ],
          strokes: ["#00ff00"],
          strokeWeight: [1, 2, 3, 4],
          strokeAlign: "OUTSIDE",
          dashes: [4, 2],
          effects: [
            { type: "DROP_SHADOW", y: 8, radius: 16 },
            { type: "LAYER_BLUR", radius: 2 },
          ],
          corners: [1, 2, 3, 4],
          opacity: 0.5,
          blend: "MULTIPLY",
        },
      },
    ]);
    const made = await node<FrameNode>("$frame");
    expect(made.fills).toMatchObject([
      { type: "SOLID", color: { r: 1, g: 0, b: 0 }, opacity: 128 / 255 },
      { type: "GRADIENT_LINEAR", gradientStops: [{ position: 0 }, { position: 1 }] },
    ]);
    expect(made).toMatchObject({
      strokeTopWeight: 1,
      strokeLeftWeight: 4,
      strokeAlign: "OUTSIDE",
      dashPattern: [4, 2],
    });
    expect(made).toMatchObject({ topLeftRadius: 1, bottomLeftRadius: 4, opacity: 0.5, blendMode: "MULTIPLY" });
    expect(made.effects.map(({ type }) => type)).toEqual(["DROP_SHADOW", "LAYER_BLUR"]);
    const svg = await made.exportAsync({ format: "SVG_STRING" });
    // Downwards: from the top to the bottom.
    expect(svg).toMatch(/<linearGradient [^>]*x1="50" y1="0" x2="50" y2="100"/);
  });

  it("set text and ranges of it", async () => {
    const text = {
      characters: "Hello world",
      size: 20,
      style: "Bold",
      lineHeight: "150%",
      align: "CENTER",
      ranges: [{ start: 6, end: 11, set: { family: "Georgia", fills: ["#ff0000"], link: "https://example.com" } }],
    };
    const { node } = await after([{ op: "create", type: "TEXT", ref: "$text", props: { text } }]);
    const made = await node<TextNode>("$text");
    expect(made).toMatchObject({
      fontSize: 20,
      textAlignHorizontal: "CENTER",
      lineHeight: { unit: "PERCENT", value: 150 },
    });
    expect(made.getStyledTextSegments(["fontName", "hyperlink"])).toMatchObject([
      { characters: "Hello ", fontName: { family: "Inter", style: "Bold" } },
      {
        characters: "world",
        fontName: { family: "Georgia", style: "Regular" },
        hyperlink: { value: "https://example.com" },
      },
    ]);
  });

  it("arrange: move, reorder, clone, group, boolean, flatten", async () => {
    const shape = (ref: string, x: number) => ({
      op: "create",
      type: "RECTANGLE",
      parent: "$frame",
      ref,
      props: { name: ref, x },
    });
    const { node } = await after([
      frame,
      ...["$a", "$b", "$c", "$d", "$e", "$f"].map((ref, i) => shape(ref, i * 120)),
      { op: "move", node: "$a", to: "FRONT" },
      { op: "move", node: "$d", index: 0, y: 40 },
      { op: "group", nodes: ["$a", "$b"], ref: "$group", name: "Pair" },
      { op: "boolean", operation: "UNION", nodes: ["$c", "$d"], ref: "$union" },
      { op: "flatten", nodes: ["$e", "$f"], ref: "$flat", name: "Flat" },
      { op: "clone", node: "$group", ref: "$copy", props: { name: "Copy", y: 300 } },
      { op: "reorder", node: "$frame", children: ["$union", "$flat"] },
    ]);
    const made = await node<FrameNode>("$frame");
    expect(made.children.map(({ name, type }) => `${type} ${name}`)).toEqual([
      "GROUP Pair",
      "GROUP Copy",
      "BOOLEAN_OPERATION Union",
      "VECTOR Flat",
    ]);
    const boxes = ["$group", "$union", "$flat", "$copy"].map(async (ref) => {
      const { x, y, width, height } = await node<FrameNode>(ref);
      return [x, y, width, height];
    });
    expect(await Promise.all(boxes)).toEqual([
      [0, 0, 220, 100],
      [240, 0, 220, 140],
      [480, 0, 220, 100],
      [0, 300, 220, 100],
    ]);
  });

  it("lay out grids, and place children in cells", async () => {
    const child = (ref: string, cell: [number, number]) => ({
      op: "create",
      type: "RECTANGLE",
      parent: "$frame",
      ref,
      props: { placement: { cell, horizontal: "FILL", vertical: "FILL" } },
    });
    const layout = { mode: "GRID", rows: 2, columns: 2, gap: 10, crossGap: 20 };
    const { node } = await after([
      { ...frame, props: { layout, width: 210, height: 120 } },
      child("$first", [0, 0]),
      child("$last", [1, 1]),
    ]);
    expect(await node("$first")).toMatchObject({ x: 0, y: 0, width: 100, height: 50 });
    expect(await node("$last")).toMatchObject({ x: 110, y: 70, width: 100, height: 50 });
  });

  it("make styles and wear them; a changed style changes who wears it", async () => {
    const { stand, node, ids } = await after([
      { op: "style", name: "Brand", paints: ["#3366ff"], ref: "$brand" },
      { op: "style", name: "Title", text: { size: 32, style: "Bold" }, ref: "$title" },
      { ...frame, props: { styles: { fill: "$brand" } } },
      { op: "create", type: "TEXT", ref: "$text", props: { text: { characters: "Hi" }, styles: { text: "$title" } } },
    ]);
    expect(await node("$text")).toMatchObject({ fontSize: 32, fontName: { family: "Inter", style: "Bold" } });
    await stand.applied([{ op: "style", style: "Brand", paints: ["#ff0000"] }]);
    const made = await node<FrameNode>("$frame");
    expect(made.fills).toMatchObject([{ color: { r: 1, g: 0, b: 0 } }]);
    expect(made.fillStyleId).toBe(ids.$brand);
  });

  it("make components with properties, instances that set them, and swap them", async () => {
    const { stand, node, ids } = await after([
      { op: "create", type: "COMPONENT", ref: "$button", props: { name: "Button" } },
      { op: "create", type: "TEXT", parent: "$button", ref: "$label", props: { text: { characters: "OK" } } },
      {
        op: "component_property",
        component: "$button",
        name: "Label",
        type: "TEXT",
        default: "OK",
        layers: ["$label"],
      },
      { op: "component_property", component: "$button", name: "Shown", type: "BOOLEAN", layers: ["$label"] },
      { op: "create", type: "COMPONENT", ref: "$other", props: { name: "Other" } },
      { op: "create", type: "INSTANCE", component: "$button", ref: "$instance", properties: { Label: "Save" } },
    ]);
    const instance = await node<InstanceNode>("$instance");
    expect(instance.children).toMatchObject([{ characters: "Save", visible: true }]);
    await stand.applied([{ op: "properties", node: ids.$instance, properties: { Shown: false } }]);
    expect(instance.children).toMatchObject([{ characters: "Save", visible: false }]);
    await stand.applied([{ op: "swap", node: ids.$instance, component: ids.$other }]);
    expect((await instance.getMainComponentAsync())?.name).toBe("Other");
    await stand.ask({ type: "undo" });
    expect((await instance.getMainComponentAsync())?.name).toBe("Button");
    const button = await node<ComponentNode>("$button");
    expect(Object.keys(button.componentPropertyDefinitions).map((key) => key.split("#")[0])).toEqual([
      "Label",
      "Shown",
    ]);
  });

  it("bind variables, and say what reactions and annotations there are", async () => {
    const { node } = await after([
      { op: "collection", name: "Sizes", ref: "$sizes", modes: ["Small", "Large"] },
      {
        op: "variable",
        collection: "$sizes",
        name: "gap",
        type: "FLOAT",
        values: { Small: 8, Large: 24 },
        ref: "$gap",
      },
      { op: "variable", collection: "$sizes", name: "alias", type: "FLOAT", values: { Large: "{gap}" }, ref: "$alias" },
      {
        ...frame,
        props: { layout: { mode: "HORIZONTAL" }, bind: { itemSpacing: "$alias" }, modes: { $sizes: "Large" } },
      },
      { op: "create", type: "FRAME", ref: "$next" },
      {
        op: "reactions",
        node: "$frame",
        reactions: [{ trigger: "ON_CLICK", action: "NAVIGATE", to: "$next", transition: { type: "PUSH" } }],
      },
      { op: "annotate", node: "$frame", annotations: [{ label: "**Mind** the gap", properties: ["itemSpacing"] }] },
    ]);
    const made = await node<FrameNode>("$frame");
    const next = await node<FrameNode>("$next");
    expect(made.itemSpacing).toBe(24);
    expect(made.reactions).toMatchObject([
      { trigger: { type: "ON_CLICK" }, actions: [{ type: "NODE", destinationId: next.id }] },
    ]);
    expect(made.annotations).toEqual([{ labelMarkdown: "**Mind** the gap", properties: [{ type: "itemSpacing" }] }]);
  });

  it("draw flowcharts, stickies and tables in FigJam", async () => {
    const { person, node, ids } = await after(
      [
        { op: "mermaid", source: "flowchart LR\n a[Start] -->|go| b{Ready?}", ref: "$flow", x: 100, y: 50 },
        { op: "create", type: "STICKY", ref: "$note", props: { text: { characters: "Remember" } } },
        {
          op: "create",
          type: "TABLE",
          ref: "$table",
          cells: [
            ["a", "b"],
            ["c", "d"],
          ],
        },
      ],
      new PluginStand({ editor: "figjam" }),
    );
    const section = await node<FrameNode>("$flow");
    expect(section).toMatchObject({ type: "SECTION", x: 100, y: 50 });
    expect(section.children).toMatchObject([
      { type: "SHAPE_WITH_TEXT", shapeType: "SQUARE" },
      { type: "SHAPE_WITH_TEXT", shapeType: "DIAMOND" },
      {
        type: "CONNECTOR",
        connectorStart: { endpointNodeId: ids["$flow-a"] },
        connectorEnd: { endpointNodeId: ids["$flow-b"] },
      },
    ]);
    const svg = await person.currentPage.exportAsync({ format: "SVG_STRING" });
    for (const word of ["Start", "Ready?", "go", "Remember", "d"]) expect(svg).toContain(`>${word}<`);
  });
});
