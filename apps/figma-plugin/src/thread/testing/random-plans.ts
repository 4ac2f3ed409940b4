import { type Operation, operationSchema } from "@drawbridge/figma/operations";
import { openFile, openSession } from "@drawbridge/sandbox/figma-plugin";
import fc from "fast-check";

/** A page with something of every kind: what a plan can name, by what it is called here. */
export async function furnished() {
  const file = openFile();
  const figma = openSession(file, "person").api;
  const ids: Record<string, string> = {};
  const named = <N extends { id: string; name: string }>(name: string, node: N): N => {
    node.name = name;
    ids[name] = node.id;
    return node;
  };
  const stack = named("stack", figma.createFrame());
  stack.layoutMode = "VERTICAL";
  stack.itemSpacing = 4;
  stack.paddingLeft = 10;
  const free = named("free", figma.createFrame());
  free.x = 300;
  free.resize(200, 200);
  for (const name of ["one", "two", "three"]) {
    const text = figma.createText();
    text.characters = `Text ${name}`;
    stack.appendChild(named(name, text));
  }
  for (const [i, name] of ["red", "green", "blue"].entries()) {
    const rectangle = figma.createRectangle();
    rectangle.x = i * 30;
    rectangle.y = i * 10;
    rectangle.resize(20, 25);
    rectangle.constraints = { horizontal: "STRETCH", vertical: "SCALE" };
    free.appendChild(named(name, rectangle));
  }
  const pair = [figma.createEllipse(), figma.createEllipse()] as const;
  pair[1].x = 150;
  named("left", pair[0]);
  named("right", pair[1]);
  for (const one of pair) one.y = 400;
  named("pair", figma.group([...pair], figma.currentPage));
  const component = named("component", figma.createComponent());
  component.x = 600;
  const label = figma.createText();
  label.characters = "Label";
  component.appendChild(label);
  label.componentPropertyReferences = { characters: component.addComponentProperty("Label", "TEXT", "Label") };
  const instance = named("instance", component.createInstance());
  instance.x = 800;
  const other = named("other", figma.createComponent());
  other.x = 1000;
  const theme = figma.variables.createVariableCollection("Theme");
  theme.addMode("Dark");
  const color = figma.variables.createVariable("surface", theme, "COLOR");
  const gap = figma.variables.createVariable("gap", theme, "FLOAT");
  gap.setValueForMode(theme.defaultModeId, 12);
  const accent = figma.createPaintStyle();
  accent.name = "Accent";
  accent.paints = [{ type: "SOLID", color: { r: 1, g: 0, b: 0 } }];
  file.commitUndo();
  return { file, ids, color };
}

const length = fc.integer({ min: 0, max: 300 });
const color = fc.constantFrom("#ff0000", "#00ff0080", "#123456");
const texts = fc.constantFrom("one", "two", "three");
const shapes = fc.constantFrom("red", "green", "blue", "left", "right");
const frames = fc.constantFrom("stack", "free", "component");
const any = fc.oneof(texts, shapes, frames, fc.constantFrom("pair", "instance", "other"));
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

const look = fc.record({
  name: optional(fc.constantFrom("A", "B")),
  visible: optional(fc.boolean()),
  opacity: optional(fc.constantFrom(0, 0.5, 1)),
  x: optional(length),
  y: optional(length),
  rotation: optional(fc.constantFrom(0, 30, 90)),
});

const operation: fc.Arbitrary<object> = fc.oneof(
  fc.record({ op: fc.constant("set"), node: any, props: look }),
  fc.record({
    op: fc.constant("set"),
    node: shapes,
    props: fc.record({
      fills: optional(fc.array(color, { maxLength: 2 })),
      strokes: optional(fc.array(color, { maxLength: 1 })),
      width: optional(length),
      height: optional(length),
      strokeWeight: optional(length),
      styles: optional(fc.constantFrom({ fill: "Accent" }, { fill: null })),
    }),
  }),
  fc.record({
    op: fc.constant("set"),
    node: frames,
    props: fc.record({
      width: optional(length),
      height: optional(length),
      corners: optional(fc.constantFrom(4, [1, 2, 3, 4])),
      clip: optional(fc.boolean()),
      layout: optional(
        fc.record({
          mode: optional(fc.constantFrom("NONE", "HORIZONTAL", "VERTICAL", "GRID")),
          gap: optional(length),
          padding: optional(length),
          align: optional(fc.constantFrom("CENTER", "MAX")),
        }),
      ),
      bind: optional(fc.constantFrom({ itemSpacing: "gap" }, { paddingTop: "gap" }, { itemSpacing: null })),
      modes: optional(fc.constantFrom({ Theme: "Dark" }, { Theme: null })),
    }),
  }),
  fc.record({
    op: fc.constant("set"),
    node: texts,
    props: fc.record({
      text: fc.record({
        characters: optional(fc.constantFrom("", "x", "Something longer")),
        size: optional(fc.constantFrom(8, 30)),
        style: optional(fc.constantFrom("Bold", "Italic")),
        align: optional(fc.constantFrom("CENTER")),
        autoResize: optional(fc.constantFrom("NONE", "HEIGHT")),
        ranges: optional(fc.constantFrom([{ start: 0, end: 1, decoration: "UNDERLINE", fills: ["#0000ff"] }])),
      }),
      placement: optional(fc.constantFrom({ horizontal: "FILL" }, { absolute: true })),
      fills: optional(fc.constantFrom(["#00ffff"])),
    }),
  }),
  fc.record({
    op: fc.constant("create"),
    type: fc.constantFrom("FRAME", "TEXT", "RECTANGLE", "ELLIPSE"),
    ref: fc.constant("$new"),
    parent: optional(frames),
    index: optional(fc.integer({ min: 0, max: 3 })),
  }),
  fc.record({
    op: fc.constant("create"),
    type: fc.constant("INSTANCE"),
    component: fc.constantFrom("component", "other"),
    parent: optional(fc.constantFrom("stack", "free")),
  }),
  fc.record({ op: fc.constant("clone"), node: any, ref: fc.constant("$new") }),
  fc.record({
    op: fc.constant("move"),
    node: any,
    parent: optional(fc.oneof(frames, fc.constant("$new"))),
    index: optional(fc.integer({ min: 0, max: 4 })),
    x: optional(length),
    y: optional(length),
  }),
  fc.record({
    op: fc.constant("reorder"),
    node: fc.constantFrom("stack", "free"),
    children: fc.constantFrom(["three", "one"], ["blue", "red"]),
  }),
  fc.record({
    op: fc.constant("group"),
    nodes: fc.constantFrom(["red", "blue"], ["one", "two"], ["left"], ["stack", "free"]),
    ref: fc.constant("$new"),
  }),
  fc.record({
    op: fc.constant("boolean"),
    operation: fc.constantFrom("UNION", "SUBTRACT"),
    nodes: fc.constantFrom(["red", "green"], ["left", "red"]),
  }),
  fc.record({ op: fc.constant("flatten"), nodes: fc.constantFrom(["red"], ["blue", "green"]) }),
  fc.record({ op: fc.constant("remove"), nodes: fc.tuple(any) }),
  fc.record({
    op: fc.constant("variable"),
    variable: fc.constantFrom("gap"),
    values: fc.constantFrom({ "Mode 1": 3 }, { Dark: 40 }),
  }),
  fc.record({
    op: fc.constant("variable"),
    collection: fc.constant("Theme"),
    name: fc.constantFrom("new/a", "new/b"),
    type: fc.constant("FLOAT"),
    values: fc.constant({ Dark: 2 }),
  }),
  fc.record({ op: fc.constant("collection"), name: fc.constant("More"), modes: fc.constant(["A", "B"]) }),
  fc.record({ op: fc.constant("style"), name: fc.constantFrom("New", "Accent"), paints: fc.constant(["#abcdef"]) }),
  fc.record({ op: fc.constant("style"), style: fc.constant("Accent"), paints: fc.constant(["#00ff00"]) }),
  fc.record({
    op: fc.constant("properties"),
    node: fc.constant("instance"),
    properties: fc.constantFrom({ Label: "Changed" }),
  }),
  fc.record({ op: fc.constant("swap"), node: fc.constant("instance"), component: fc.constant("other") }),
  fc.record({
    op: fc.constant("component_property"),
    component: fc.constantFrom("component", "other"),
    name: fc.constantFrom("Shown", "Label"),
    type: fc.constant("BOOLEAN"),
    default: fc.boolean(),
  }),
  fc.record({
    op: fc.constant("component_property"),
    component: fc.constant("component"),
    name: fc.constant("Label"),
    default: fc.constant("Other"),
    rename: optional(fc.constant("Caption")),
  }),
  fc.record({ op: fc.constant("annotate"), node: shapes, annotations: fc.constant([{ label: "Note" }]) }),
  fc.record({
    op: fc.constant("reactions"),
    node: shapes,
    reactions: fc.constantFrom([], [{ trigger: "ON_CLICK", action: "NAVIGATE", to: "free" }]),
  }),
);

/** Names of the furnished page become ids. */
function withIds(value: unknown, ids: Readonly<Record<string, string>>): unknown {
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.map((one) => withIds(one, ids));
  if (typeof value !== "object" || value === null) return value;
  const named = new Set(["node", "parent", "component", "to"]);
  const lists = new Set(["nodes", "children"]);
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, one]) => one !== undefined)
      .map(([key, one]) => {
        if (named.has(key)) return [key, ids[one as string] ?? one];
        if (lists.has(key)) return [key, (one as string[]).map((name) => ids[name] ?? name)];
        return [key, withIds(one, ids)];
      }),
  );
}

/** Plans of a few operations on the furnished page, some of which Figma refuses. */
export const plans = fc.array(operation, { minLength: 1, maxLength: 6 });

/** A plan with the ids that the page's nodes have. */
export function operationsFor(plan: readonly object[], ids: Readonly<Record<string, string>>): Operation[] {
  return plan.map((one) => operationSchema.parse(withIds(one, ids)));
}
