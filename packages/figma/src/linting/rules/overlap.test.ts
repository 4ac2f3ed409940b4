import { expect, test } from "vitest";
import { box, problemsIn } from "../../../test/problems-in.ts";
import type { SmallNode } from "../../../test/small-design.ts";

const layer = (id: string, y: number, type = "TEXT", more: object = {}): SmallNode =>
  ({ id, type, name: id, characters: "Words", ...box(0, y, 100, 20), ...more }) as unknown as SmallNode;
const press = { interactions: [{ trigger: { type: "ON_CLICK" } }] };
const told = (...nodes: readonly SmallNode[]) => problemsIn("overlap", nodes);

test("a text that lies over another is told of the upper", () => {
  expect(told(layer("1:1", 0), layer("1:2", 10))).toEqual(['warning 1:2: lies over "1:1" (1:1)']);
  expect(told(layer("1:2", 10), layer("1:1", 0))).toEqual(['warning 1:1: lies over "1:2" (1:2)']);
});

test("targets that lie over each other are told", () => {
  expect(told(layer("1:1", 0, "FRAME", press), layer("1:2", 10, "FRAME", press))).toHaveLength(1);
});

test("what only touches, is a background, is arranged, or is hidden does not overlap", () => {
  expect(told(layer("1:1", 0), layer("1:2", 20), layer("1:3", 39))).toEqual([]);
  expect(told(layer("1:1", 0, "RECTANGLE"), layer("1:2", 0))).toEqual([]);
  expect(told(layer("1:1", 0), layer("1:2", 5, "TEXT", { visible: false }))).toEqual([]);
  const arranged = { layoutMode: "VERTICAL", children: [layer("1:1", 0), layer("1:2", 10)] };
  expect(told(layer("1:9", 0, "FRAME", arranged))).toEqual([]);
});

test("of texts the letters count, not the boxes around them", () => {
  const letters = (y: number) => ({ absoluteRenderBounds: { x: 0, y, width: 90, height: 8 } });
  expect(told(layer("1:1", 0, "TEXT", letters(4)), layer("1:2", 15, "TEXT", letters(20)))).toEqual([]);
});
