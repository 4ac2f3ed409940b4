import type { Node } from "@figma/rest-api-spec";

/** Nodes of a subtree, itself included; stops counting beyond a limit. Without recursion, since designs may be deep. */
export function countNodes(root: Node, most = Number.POSITIVE_INFINITY): number {
  const open: Node[] = [root];
  let count = 0;
  for (let node = open.pop(); node !== undefined && count <= most; node = open.pop()) {
    count += 1;
    if ("children" in node) for (const child of node.children) open.push(child);
  }
  return count;
}
