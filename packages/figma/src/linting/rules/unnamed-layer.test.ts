import { expect, test } from "vitest";
import { box, problemsIn } from "../../../test/problems-in.ts";
import type { SmallNode } from "../../../test/small-design.ts";

const layer = (name: string, type = "FRAME", more: object = {}): SmallNode =>
  ({ id: "1:1", name, type, ...box(0, 0, 200, 200), ...more }) as unknown as SmallNode;
const named = (...nodes: readonly SmallNode[]) => problemsIn("unnamed-layer", nodes);

test.each(["Frame 12", "Group 5", "Rectangle 3", "Frame", "Auto layout", "group 7"])(
  "%s is Figma's own name",
  (name) => {
    expect(named(layer(name))).toEqual([`warning 1:1: layer has the name that Figma gave it, ${JSON.stringify(name)}`]);
  },
);

test.each(["Header", "Frame of a picture", "Group chat", "Star rating", "Rectangle 3b"])("%s is a name", (name) => {
  expect(named(layer(name))).toEqual([]);
});

test("parts of drawings and of icons, texts, and what is in a component's copy need no name of their own", () => {
  expect(named(layer("Vector 3", "VECTOR"), layer("Star 2", "STAR"), layer("Frame 1", "TEXT"))).toEqual([]);
  expect(named(layer("Icon/Leaf", "FRAME", { ...box(0, 0, 24, 24), children: [layer("Group 1", "GROUP")] }))).toEqual(
    [],
  );
  expect(named(layer("Card", "INSTANCE", { children: [layer("Frame 3")] }))).toEqual([]);
  expect(named(layer("Card", "FRAME", { children: [layer("Frame 3")] }))).toHaveLength(1);
});
