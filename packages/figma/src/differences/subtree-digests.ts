import { sha256 } from "@drawbridge/core";
import type { DesignNode } from "../nodes/design-node.ts";
import type { PlacedNode } from "../nodes/placed-node.ts";

/** What changes by being pasted elsewhere, though the layer is the same. */
const ofPlace = new Set([
  "id",
  "children",
  "absoluteBoundingBox",
  "absoluteRenderBounds",
  "relativeTransform",
  "constraints",
  "layoutAlign",
  "layoutGrow",
  "layoutPositioning",
  "transitionNodeID",
  "interactions",
]);

/**
 * A digest of what each subtree looks like, wherever it stands.
 *
 * @param lists nodes in the order of their documents, so that from the end backwards children come before their parents
 */
export function subtreeDigests(lists: readonly (readonly PlacedNode[])[]): ReadonlyMap<PlacedNode, string> {
  const digests = new Map<PlacedNode, string>();
  for (const placed of lists.flatMap((list) => [...list].reverse())) {
    const children = placed.children.map((child) => digests.get(child) ?? child.node.id);
    digests.set(placed, sha256(`${own(placed.node)}\n${children.join()}`));
  }
  return digests;
}

function own(node: DesignNode): string {
  const { absoluteBoundingBox: box } = node;
  const look = Object.entries(node).filter(([field]) => !ofPlace.has(field));
  return JSON.stringify([...look, box?.width.toFixed(2), box?.height.toFixed(2)]);
}
