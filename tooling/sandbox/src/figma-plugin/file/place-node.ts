import type { NodeRecord } from "./node-record.ts";
import type { SimulatedFile } from "./simulated-file.ts";

/** Puts a node among the children of another, at the end where no index is given. */
export function placeNode(file: SimulatedFile, node: NodeRecord, parent: NodeRecord, index?: number): void {
  takeOut(file, node);
  const children = [...parent.children];
  children.splice(index ?? children.length, 0, node);
  file.write(parent, "children", children);
  file.write(node, "parent", parent);
}

/** Takes a node from its parent; a group or boolean that this leaves empty goes too, as it does in Figma. */
export function takeOut(file: SimulatedFile, node: NodeRecord): void {
  const parent = node.parent;
  if (!parent) return;
  file.write(
    parent,
    "children",
    parent.children.filter((child) => child !== node),
  );
  file.write(node, "parent", undefined);
}

/** Removes parents that only stand for their children, once they have none. */
export function removeEmptied(file: SimulatedFile, parent: NodeRecord | null): void {
  if (!parent || parent.removed || parent.children.length > 0) return;
  if (parent.type !== "GROUP" && parent.type !== "BOOLEAN_OPERATION") return;
  removeNode(file, parent);
}

/** Removes a node with everything below it. */
export function removeNode(file: SimulatedFile, node: NodeRecord): void {
  const parent = node.parent;
  for (const below of [...node.subtree()]) file.write(below, "removed", true);
  if (!parent) return;
  file.write(
    parent,
    "children",
    parent.children.filter((child) => child !== node),
  );
  removeEmptied(file, parent);
}
