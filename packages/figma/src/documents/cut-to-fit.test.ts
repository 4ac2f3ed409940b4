import type { Node } from "@figma/rest-api-spec";
import { expect, it } from "vitest";
import { cutToFit } from "./cut-to-fit.ts";

function tree(depth: number, id = "1:1"): Node {
  const children = depth === 0 ? [] : [tree(depth - 1, `${id}1`), tree(depth - 1, `${id}2`)];
  return { id, type: "FRAME", name: `Level ${depth}`, children } as unknown as Node;
}

it("leaves as it is what fits", () => {
  expect(cutToFit(tree(3), 1 << 20)).toEqual({ json: JSON.stringify(tree(3)) });
});

it("gives as many levels as fit, and says what is left out", () => {
  const { json, depth } = cutToFit(tree(8), 2000);
  expect(Buffer.byteLength(json)).toBeLessThanOrEqual(2000);
  expect(depth).toBeGreaterThan(1);
  expect(json).toContain('"children_left_out":2');
});

it("gives at least the node itself", () => {
  expect(JSON.parse(cutToFit(tree(8), 10).json)).toEqual({
    id: "1:1",
    type: "FRAME",
    name: "Level 8",
    children_left_out: 2,
  });
});
