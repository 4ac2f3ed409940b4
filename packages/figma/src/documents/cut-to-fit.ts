import type { Node } from "@figma/rest-api-spec";

/** A node with so many levels below it; what is deeper is told by its number. */
function cut(node: Node, depth: number): object {
  if (!("children" in node)) return node;
  const { children, ...own } = node;
  if (depth === 0) return { ...own, children_left_out: children.length };
  return { ...own, children: (children as Node[]).map((child) => cut(child, depth - 1)) };
}

/** A node's JSON with as many levels as fit; the levels are told where not all do. At least the node itself is there. */
export function cutToFit(node: Node, mostBytes: number): { readonly json: string; readonly depth?: number } {
  let json = JSON.stringify(cut(node, 0));
  for (let depth = 1; depth <= 512; depth++) {
    const deeper = JSON.stringify(cut(node, depth));
    if (Buffer.byteLength(deeper) > mostBytes) return { json, depth: depth - 1 };
    // Nothing lies deeper.
    if (!deeper.includes('"children_left_out"')) return { json: deeper };
    json = deeper;
  }
  return { json, depth: 512 };
}
