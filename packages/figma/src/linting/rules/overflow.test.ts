import { describe, expect, test } from "vitest";
import { box, problemsIn } from "../../../test/problems-in.ts";
import type { SmallNode } from "../../../test/small-design.ts";

const text = (x: number, width: number, more: object = {}): SmallNode =>
  ({
    id: "1:2",
    type: "TEXT",
    name: "Words",
    characters: "Words",
    style: { fontSize: 16 },
    ...box(x, 0, width, 20),
    ...more,
  }) as unknown as SmallNode;
const frame = (children: readonly SmallNode[], more: object = {}): SmallNode =>
  ({ id: "1:1", type: "FRAME", name: "Card", children, ...box(0, 0, 100, 100), ...more }) as unknown as SmallNode;
const told = (...nodes: readonly SmallNode[]) => problemsIn("overflow", nodes);

describe("overflow", () => {
  test("of a text that its frame cuts off is an error", () => {
    expect(told(frame([text(50, 80)], { clipsContent: true }))).toEqual([
      'error 1:2: reaches 30px out of "Card", which cuts it off',
    ]);
  });

  test("of what auto layout arranges is told, though nothing is cut", () => {
    expect(told(frame([text(50, 80)], { layoutMode: "HORIZONTAL" }))).toEqual([
      'warning 1:2: reaches 30px out of "Card"',
    ]);
  });

  test("is none of what fits, scrolls, waits outside, decorates, or hangs out of a frame that shows it", () => {
    expect(told(frame([text(20, 80)], { clipsContent: true }))).toEqual([]);
    expect(told(frame([text(50, 80)], { clipsContent: true, overflowDirection: "HORIZONTAL_SCROLLING" }))).toEqual([]);
    expect(told(frame([text(100, 80)], { clipsContent: true }))).toEqual([]);
    expect(told(frame([{ ...text(50, 80), type: "ELLIPSE" }], { clipsContent: true }))).toEqual([]);
    expect(told(frame([text(50, 80)]))).toEqual([]);
    const badge = text(50, 80, { layoutPositioning: "ABSOLUTE" });
    expect(told(frame([badge], { layoutMode: "HORIZONTAL" }))).toEqual([]);
  });

  test("of a text out of its own box is told, unless it is truncated", () => {
    const tall = { absoluteRenderBounds: { x: 0, y: 0, width: 80, height: 60 } };
    expect(told(text(0, 80, tall))).toEqual(["warning 1:2: text is 40px larger than its box"]);
    expect(told(text(0, 80, { ...tall, style: { fontSize: 16, textTruncation: "ENDING" } }))).toEqual([]);
    expect(told(text(0, 80, { absoluteRenderBounds: { x: 0, y: 3, width: 79, height: 18 } }))).toEqual([]);
  });
});
