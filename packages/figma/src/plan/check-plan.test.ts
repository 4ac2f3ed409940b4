import { describe, expect, it } from "vitest";
import { operationSchema } from "../operations/operation.ts";
import { checkPlan } from "./check-plan.ts";
import type { Facts } from "./scene.ts";

const page: Readonly<Record<string, Facts>> = {
  "1:1": { type: "FRAME", layout: "NONE", name: "Free", insideInstance: false },
  "1:2": { type: "FRAME", layout: "VERTICAL", name: "Stack", insideInstance: false },
  "1:3": { type: "TEXT", parent: "1:1", name: "Label", insideInstance: false },
  "1:4": { type: "INSTANCE", name: "Button", layout: "HORIZONTAL", insideInstance: false },
  "I1:4;1:9": { type: "FRAME", layout: "NONE", parent: "1:4", insideInstance: true },
  "1:5": { type: "COMPONENT", layout: "NONE", name: "Card", insideInstance: false },
  "1:6": { type: "RECTANGLE", parent: "1:5", insideInstance: false },
};

function check(operations: readonly object[], editor = "figma") {
  return checkPlan(
    operations.map((one) => operationSchema.parse(one)),
    (id) => page[id],
    editor,
  );
}

const frame = { op: "create", type: "FRAME", ref: "$frame" };
const filling = { placement: { horizontal: "FILL" } };

describe("a plan that is checked before it is sent", () => {
  it.each<[string, readonly object[], number]>([
    ["FILL only inside auto layout", [frame, { op: "create", type: "TEXT", parent: "$frame", props: filling }], 1],
    ["FILL only inside auto layout", [{ op: "set", node: "1:3", props: filling }], 0],
    ["FILL only inside auto layout", [{ op: "create", type: "TEXT", props: filling }], 0],
    [
      "HUG only on auto layout frames, and on text inside them",
      [{ op: "set", node: "1:1", props: { placement: { vertical: "HUG" } } }],
      0,
    ],
    [
      "absolute only inside auto layout",
      [{ op: "create", type: "TEXT", parent: "1:1", props: { placement: { absolute: true } } }],
      0,
    ],
    ["wrap only with HORIZONTAL", [{ op: "set", node: "1:2", props: { layout: { wrap: true } } }], 0],
    ["an instance's layers are its component's", [{ op: "create", type: "TEXT", parent: "1:4" }], 0],
    ["an instance's layers are its component's", [{ op: "move", node: "1:3", parent: "I1:4;1:9" }], 0],
    ["no component inside a component", [{ op: "create", type: "COMPONENT", parent: "1:5" }], 0],
    [
      "what was removed is named no more",
      [
        { op: "remove", nodes: ["1:1"] },
        { op: "create", type: "TEXT", parent: "1:3" },
      ],
      1,
    ],
    [
      "what was removed is named no more",
      [
        { op: "group", nodes: ["1:6"], ref: "$group" },
        { op: "flatten", nodes: ["$group"] },
        { op: "set", node: "1:6", props: { name: "Gone" } },
      ],
      2,
    ],
    ["sections stand on pages and in sections", [{ op: "create", type: "SECTION", parent: "1:1" }], 0],
    [
      "only frames, components, groups, sections and pages hold layers",
      [{ op: "create", type: "TEXT", parent: "1:3" }],
      0,
    ],
    ["references are made before they are used", [{ op: "set", node: "$card", props: { name: "Card" } }], 0],
    ["a reference is made once", [frame, frame], 1],
    ["no node stands in itself", [{ op: "move", node: "1:1", parent: "1:1" }], 0],
    ["some layers exist in one editor alone", [{ op: "create", type: "STICKY" }], 0],
    ["a connector has two ends", [frame, { op: "create", type: "CONNECTOR", from: "$frame" }], 1],
    ["a paint is one thing", [{ op: "set", node: "1:1", props: { fills: [{ color: "#ffffff", image: "abc" }] } }], 0],
    ["a gradient has stops", [{ op: "set", node: "1:1", props: { fills: [{ gradient: "LINEAR" }] } }], 0],
    [
      "ranges lie inside the text",
      [
        {
          op: "set",
          node: "1:3",
          props: { text: { characters: "ab", ranges: [{ start: 1, end: 3, set: { size: 9 } }] } },
        },
      ],
      0,
    ],
    [
      "a value is of the variable's type",
      [{ op: "variable", collection: "T", name: "a", type: "COLOR", values: { Light: "red" } }],
      0,
    ],
    ["variants are named Property=Value, Property=Value", [{ op: "variants", nodes: ["1:5"] }], 0],
    [
      "a reaction goes somewhere",
      [{ op: "reactions", node: "1:1", reactions: [{ trigger: "ON_CLICK", action: "NAVIGATE" }] }],
      0,
    ],
  ])("names the rule: %s", (rule, operations, operation) => {
    const editor = rule === "a connector has two ends" ? "figjam" : "figma";
    expect(check(operations, editor)).toMatchObject({ rule, operation, mend: expect.stringMatching(/\S/) });
  });

  it("follows what earlier operations make of the file", () => {
    const layout = { op: "set", node: "1:1", props: { layout: { mode: "VERTICAL" } } };
    expect(check([layout, { op: "set", node: "1:3", props: filling }])).toBeUndefined();
    const moved = { op: "move", node: "1:3", parent: "1:2" };
    expect(check([moved, { op: "set", node: "1:3", props: filling }])).toBeUndefined();
  });

  it("leaves to Figma what nothing is known of", () => {
    expect(
      check([
        { op: "set", node: "9:9", props: filling },
        { op: "create", type: "TEXT", parent: "9:9", props: filling },
      ]),
    ).toBeUndefined();
  });

  it("says which line of a flowchart is not understood", () => {
    const found = check([{ op: "mermaid", source: "flowchart TD\n a --> b\n c ??? d" }], "figjam");
    expect(found).toMatchObject({ operation: 0, message: expect.stringContaining("Line 3") });
  });
});
