import type { Rectangle } from "@figma/rest-api-spec";
import { pathOf } from "../nodes/path-of.ts";
import type { PlacedNode } from "../nodes/placed-node.ts";
import type { Facet } from "./change.ts";

/** Pixels that are no move: Figma's floats. */
const still = 0.01;

/**
 * How a node moved and was resized. Positions are those in its parent: what moves with its parent did not move. What follows from
 * auto layout (a sibling's longer text) is no change of the node.
 *
 * @param isReparented whether its parent is another than before
 * @param isReordered whether it changed places with its siblings
 */
export function comparePlace(
  from: PlacedNode,
  to: PlacedNode,
  isReparented: boolean,
  isReordered: boolean,
): readonly Facet[] {
  const facets: Facet[] = [];
  if (isReparented && from.parent !== undefined)
    facets.push({ kind: "moved", detail: `out of ${pathOf(from.parent)}` });
  else if (isReordered)
    facets.push({ kind: "moved", detail: `from place ${from.index + 1} to ${to.index + 1} of its siblings` });
  const [was, is] = [boxIn(from), boxIn(to)];
  if (was === undefined || is === undefined) return facets;
  const isFree = !isReparented && !isLaidOut(from) && !isLaidOut(to);
  if (isFree && (Math.abs(was.x - is.x) > still || Math.abs(was.y - is.y) > still))
    facets.push({ kind: "moved", detail: `from ${px(was.x)},${px(was.y)} to ${px(is.x)},${px(is.y)}` });
  const sizes = [
    ...sizeChange("width", was.width, is.width, to.node.layoutSizingHorizontal),
    ...sizeChange("height", was.height, is.height, to.node.layoutSizingVertical),
  ];
  return sizes.length === 0 ? facets : [...facets, { kind: "laid out", detail: sizes.join(", ") }];
}

/** Relative to the parent, which a page has no box for. */
function boxIn({ node, parent }: PlacedNode): Rectangle | undefined {
  const box = node.absoluteBoundingBox;
  if (box === undefined || box === null) return undefined;
  const origin = parent?.node.absoluteBoundingBox;
  return { ...box, x: box.x - (origin?.x ?? 0), y: box.y - (origin?.y ?? 0) };
}

/** Whether its parent gives it its place; a group's box follows from what is in it. */
function isLaidOut({ node, parent }: PlacedNode): boolean {
  const mode = parent?.node.layoutMode;
  if (parent?.node.type === "GROUP") return false;
  return mode !== undefined && mode !== "NONE" && node.layoutPositioning !== "ABSOLUTE";
}

function sizeChange(
  side: string,
  was: number,
  is: number,
  sizing: "FIXED" | "HUG" | "FILL" | undefined,
): readonly string[] {
  const isOwn = sizing === undefined || sizing === "FIXED";
  return isOwn && Math.abs(was - is) > still ? [`${side} ${px(was)} → ${px(is)}`] : [];
}

function px(value: number): string {
  return String(Number(value.toFixed(2)));
}
