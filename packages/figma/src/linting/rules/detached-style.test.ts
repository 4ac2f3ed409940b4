import { describe, expect, test } from "vitest";
import { problemsIn } from "../../../test/problems-in.ts";
import { alias, rgb, type SmallNode, solid } from "../../../test/small-design.ts";

const style = (name: string, styleType: "FILL" | "TEXT" | "EFFECT") => ({
  key: name,
  name,
  description: "",
  remote: false,
  styleType,
});
const styles = { "S:1": style("Brand", "FILL"), "S:2": style("Title", "TEXT"), "S:3": style("Raised", "EFFECT") };
const font = { fontFamily: "Inter", fontSize: 32, fontWeight: 700, lineHeightPx: 40 };
const shadow = {
  type: "DROP_SHADOW",
  visible: true,
  blendMode: "NORMAL",
  color: rgb("#00000040"),
  offset: { x: 0, y: 2 },
  radius: 4,
  showShadowBehindNode: false,
} as const;

/** Nodes that use the styles, by which their values are known. */
const users: readonly SmallNode[] = [
  { id: "2:1", type: "RECTANGLE", fills: [solid("#2563eb")], styles: { fill: "S:1" } },
  { id: "2:2", type: "TEXT", characters: "x", style: font, styles: { text: "S:2" } },
  { id: "2:3", type: "RECTANGLE", effects: [shadow], styles: { effect: "S:3" } },
];
const told = (...nodes: readonly SmallNode[]) => problemsIn("detached-style", [...users, ...nodes], { styles });

describe("what looks like a style and does not use it", () => {
  test("is told of fills, strokes, texts and effects", () => {
    expect(told({ id: "1:1", type: "FRAME", fills: [solid("#2563eb")] })).toEqual([
      'warning 1:1: fill looks like the style "Brand" and does not use it',
    ]);
    expect(told({ id: "1:1", type: "FRAME", strokes: [solid("#2563eb")] })).toEqual([
      expect.stringContaining('stroke looks like the style "Brand"'),
    ]);
    expect(told({ id: "1:1", type: "TEXT", characters: "y", style: { ...font } })).toEqual([
      expect.stringContaining('text looks like the style "Title"'),
    ]);
    expect(told({ id: "1:1", type: "FRAME", effects: [{ ...shadow }] })).toEqual([
      expect.stringContaining('effect looks like the style "Raised"'),
    ]);
  });

  test("is not told of what uses it, looks otherwise, is bound to a variable, or is in a component's copy", () => {
    expect(told({ id: "1:1", type: "FRAME", fills: [solid("#2563eb")], styles: { fills: "S:1" } })).toEqual([]);
    expect(told({ id: "1:1", type: "FRAME", fills: [solid("#2563ea")] })).toEqual([]);
    expect(told({ id: "1:1", type: "FRAME", fills: [solid("#2563eb80")] })).toEqual([]);
    expect(
      told({ id: "1:1", type: "FRAME", fills: [solid("#2563eb", { boundVariables: { color: alias("x") } })] }),
    ).toEqual([]);
    expect(told({ id: "1:1", type: "TEXT", characters: "y", style: { ...font, fontSize: 31 } })).toEqual([]);
    const child: SmallNode = { id: "I1:1;3:3", type: "FRAME", fills: [solid("#2563eb")], name: "Inner" };
    expect(told({ id: "1:1", type: "INSTANCE", children: [child] as never })).toEqual([]);
  });

  test("is told of a component's copy where the copy was changed", () => {
    const copy = { id: "1:1", type: "INSTANCE", fills: [solid("#2563eb")] };
    expect(told(copy)).toEqual([]);
    expect(told({ ...copy, overrides: [{ id: "1:1", overriddenFields: ["fills"] }] })).toHaveLength(1);
  });
});

test("a style that is used and not there is told", () => {
  expect(told({ id: "1:1", type: "FRAME", fills: [solid("#123456")], styles: { fill: "S:99" } })).toEqual([
    "warning 1:1: fill uses a style that the file does not have any more (S:99)",
  ]);
});
