import type { Node } from "@figma/rest-api-spec";

/** Finds nodes by id in one walk; ids that are not there are missing from what it gives. */
export function findNodes(root: Node, ids: Iterable<string>): Map<string, Node> {
  const wanted = new Set(ids);
  const found = new Map<string, Node>();
  const open: Node[] = [root];
  for (let node = open.pop(); node !== undefined && found.size < wanted.size; node = open.pop()) {
    if (wanted.has(node.id)) found.set(node.id, node);
    if ("children" in node) for (const child of node.children) open.push(child);
  }
  return found;
}
