import { describe, expect, test } from "vitest";
import { problemsIn } from "../../../test/problems-in.ts";
import { alias, rgb, type SmallNode, smallVariables, solid } from "../../../test/small-design.ts";

const variables = smallVariables([
  {
    name: "P",
    modes: ["A"],
    variables: {
      "blue/500": { type: "COLOR", values: [rgb("#2563eb")] },
      line: { type: "COLOR", values: [rgb("#dddddd")], scopes: ["STROKE_COLOR"] },
      "space/md": { type: "FLOAT", values: [16], scopes: ["GAP"] },
      "radius/md": { type: "FLOAT", values: [8], scopes: ["ALL_SCOPES"] },
    },
  },
  {
    name: "T",
    modes: ["Light", "Dark"],
    variables: { "color/accent": { type: "COLOR", values: [alias("P/blue/500"), rgb("#93c5fd")] } },
  },
]);
const told = (node: object) =>
  problemsIn("hard-coded-value", [{ id: "1:1", type: "FRAME", ...node } as SmallNode], { variables });

describe("a value that a variable has", () => {
  test("is told of colours in any mode, the variable that is meant to be applied first", () => {
    expect(told({ fills: [solid("#2563eb")] })).toEqual([
      "warning 1:1: fill #2563eb is written out, though variables have that value",
    ]);
    expect(told({ fills: [solid("#93c5fd")] })).toHaveLength(1);
  });

  test("is told of spacing and radii, the sides of one padding together", () => {
    expect(told({ paddingLeft: 16, paddingRight: 16, itemSpacing: 16 })).toEqual([
      "warning 1:1: itemSpacing, paddingLeft, paddingRight 16px is written out, though a variable has that value",
    ]);
    expect(told({ cornerRadius: 8 })).toHaveLength(1);
  });

  test("is not told where the variable's scopes do not allow it", () => {
    expect(told({ fills: [solid("#dddddd")] })).toEqual([]);
    expect(told({ strokes: [solid("#dddddd")] })).toHaveLength(1);
    expect(told({ cornerRadius: 16 })).toEqual([]);
    expect(told({ itemSpacing: 8 })).toEqual([]);
  });

  test("is not told of what is bound, styled, of another value, or from a component", () => {
    expect(told({ fills: [solid("#2563eb", { boundVariables: { color: alias("P/blue/500") } })] })).toEqual([]);
    expect(told({ fills: [solid("#2563eb")], styles: { fill: "S:1" } })).toEqual([]);
    expect(told({ fills: [solid("#2563eb80")], itemSpacing: 15 })).toEqual([]);
    expect(told({ itemSpacing: 16, boundVariables: { itemSpacing: alias("P/space/md") } })).toEqual([]);
    expect(told({ type: "INSTANCE", itemSpacing: 16 })).toEqual([]);
  });
});
