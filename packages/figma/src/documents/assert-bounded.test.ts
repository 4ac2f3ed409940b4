import type { Node } from "@figma/rest-api-spec";
import { expect, it } from "vitest";
import { assertBounded } from "./assert-bounded.ts";

const leaf = (id: number) => ({ id: `1:${id}`, type: "SLICE", name: "" }) as unknown as Node;
const page = (children: Node[]) => ({ id: "0:1", type: "CANVAS", name: "Icons", children }) as unknown as Node;

it("takes 200,000 nodes, and not one more", () => {
  const children = Array.from({ length: 199_999 }, (_, id) => leaf(id));
  expect(() => assertBounded(page(children))).not.toThrow();
  children.push(leaf(200_000));
  expect(() => assertBounded(page(children))).toThrow("Icons has over 200000 nodes");
});

it("counts what is nested as deep as anybody likes", () => {
  let node = leaf(0);
  for (let depth = 0; depth < 100_000; depth++) node = page([node]);
  expect(() => assertBounded(node)).not.toThrow();
});
