import type { Rectangle } from "@figma/rest-api-spec";
import type { PlacedNode } from "../../nodes/placed-node.ts";

/** A node that may be seen within a box, with those of its children that may: what has to be painted to know a point's colour. */
export interface Layer {
  readonly placed: PlacedNode;
  readonly children: readonly Layer[];
}

/** Whether two boxes share more than an edge. */
export function overlaps(one: Rectangle, other: Rectangle): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}
