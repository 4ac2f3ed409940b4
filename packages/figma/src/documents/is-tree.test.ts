import { describe, expect, it } from "vitest";
import { isTree } from "./is-tree.ts";

const leaf = { id: "1:1", type: "SLICE", name: "" };
const page = (children: unknown) => ({ id: "0:1", type: "CANVAS", name: "Icons", children });

describe("a tree of nodes", () => {
  it("is one that holds nothing, and one that holds others, however deep", () => {
    let node: unknown = leaf;
    for (let depth = 0; depth < 100_000; depth++) node = page([leaf, node]);
    expect([leaf, page([]), node].map(isTree)).toEqual([true, true, true]);
  });

  it.each([
    ["nothing", undefined],
    ["null", null],
    ["a text", "CANVAS"],
    ["a node without a type", { id: "1:1" }],
    ["a node whose id is a number", { ...leaf, id: 1 }],
    ["a node that holds a text", page("abc")],
    ["a node that holds null", page(null)],
    ["a node with null among what it holds", page([leaf, null])],
    ["a node deep inside which is none", page([page([leaf, 7])])],
  ])("is not %s", (_, value) => {
    expect(isTree(value)).toBe(false);
  });
});
