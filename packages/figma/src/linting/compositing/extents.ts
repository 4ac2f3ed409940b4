import type { Rectangle } from "@figma/rest-api-spec";
import type { PlacedNode } from "../../nodes/placed-node.ts";

/** How far what is seen of each subtree reaches; what is not seen at all has none. */
export type Extents = ReadonlyMap<PlacedNode, Rectangle>;

/**
 * @param nodes in the order of the document, so that from the end backwards children come before their parents
 * @param isSeen whether a node and all that it is in are visible
 */
export function extentsOf(nodes: readonly PlacedNode[], isSeen: (placed: PlacedNode) => boolean): Extents {
  const extents = new Map<PlacedNode, Rectangle>();
  for (let at = nodes.length - 1; at >= 0; at -= 1) {
    const placed = nodes[at];
    if (placed === undefined || !isSeen(placed)) continue;
    const own = placed.node.absoluteBoundingBox ?? undefined;
    const inner = placed.node.clipsContent === true ? [] : placed.children.flatMap((child) => extents.get(child) ?? []);
    const reach = inner.reduce<Rectangle | undefined>(union, own);
    if (reach !== undefined) extents.set(placed, reach);
  }
  return extents;
}

function union(one: Rectangle | undefined, other: Rectangle): Rectangle {
  if (one === undefined) return other;
  const x = Math.min(one.x, other.x);
  const y = Math.min(one.y, other.y);
  return {
    x,
    y,
    width: Math.max(one.x + one.width, other.x + other.width) - x,
    height: Math.max(one.y + one.height, other.y + other.height) - y,
  };
}
