import type { Node } from "@figma/rest-api-spec";

/** Whether a value is a tree of nodes: all have an id and a type, and what they hold is a list of nodes. Without recursion, since designs may be deep. */
export function isTree(root: unknown): root is Node {
  const open: unknown[] = [root];
  while (open.length > 0) {
    const node = open.pop();
    if (typeof node !== "object" || node === null) return false;
    const { id, type, children } = node as Record<string, unknown>;
    if (typeof id !== "string" || typeof type !== "string") return false;
    if (Array.isArray(children)) for (const child of children) open.push(child);
    else if ("children" in node) return false;
  }
  return true;
}
