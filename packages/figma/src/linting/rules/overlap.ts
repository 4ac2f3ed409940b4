import type { Rectangle } from "@figma/rest-api-spec";
import type { PlacedNode } from "../../nodes/placed-node.ts";
import { overlaps } from "../compositing/layer.ts";
import type { LintedDesign } from "../linted-design.ts";
import type { LintRule, Problem } from "../rule.ts";
import { targetsOf } from "../targets.ts";

/** Pixels of a common area's shorter side that count: boxes of texts are a little larger than their letters. */
const least = 2;

/** Neighbours that one node is compared with, the nearest in height. */
const mostNeighbours = 200;

/**
 * Texts do not lie over each other, and neither do things that are pressed. Only siblings that a designer placed by hand are
 * looked at: one layer inside of another is a background, and what auto layout or an absolute position overlaps is meant.
 */
export const overlap: LintRule = {
  name: "overlap",
  prepare(design) {
    const targets = targetsOf(design);
    const byParent = new Map<PlacedNode, ReadonlyMap<PlacedNode, readonly PlacedNode[]>>();
    return (placed) => {
      const { parent } = placed;
      if (parent === undefined || !isFree(parent)) return [];
      let found = byParent.get(parent);
      if (found === undefined) {
        found = overlapping(parent, design, targets);
        byParent.set(parent, found);
      }
      return (found.get(placed) ?? []).map(problem);
    };
  },
};

function isFree({ node }: PlacedNode): boolean {
  return (node.layoutMode ?? "NONE") === "NONE" && node.type !== "DOCUMENT" && node.type !== "COMPONENT_SET";
}

function problem(other: PlacedNode): Problem {
  return {
    severity: "warning",
    what: `lies over ${JSON.stringify(other.node.name)} (${other.node.id})`,
    mend: "Move one of them, or arrange both with auto layout.",
  };
}

/** For each child those earlier siblings that it lies over; children are gone through from top to bottom. */
function overlapping(parent: PlacedNode, design: LintedDesign, targets: ReadonlySet<PlacedNode>) {
  const found = new Map<PlacedNode, PlacedNode[]>();
  const boxes = parent.children.flatMap((placed) => {
    const box = boxOf(placed);
    const kind = targets.has(placed) ? "target" : placed.node.type === "TEXT" ? "text" : undefined;
    const matters = kind !== undefined && design.isSeen(placed) && placed.node.isMask !== true;
    return box === undefined || !matters ? [] : [{ placed, box, kind }];
  });
  boxes.sort((one, other) => one.box.y - other.box.y);
  for (const [index, one] of boxes.entries()) {
    for (let next = index + 1; next < Math.min(boxes.length, index + mostNeighbours); next += 1) {
      const other = boxes[next];
      if (other === undefined || other.box.y >= one.box.y + one.box.height) break;
      if (one.kind !== other.kind || !isOver(one.box, other.box)) continue;
      const [under, above] =
        one.placed.index < other.placed.index ? [one.placed, other.placed] : [other.placed, one.placed];
      found.set(above, [...(found.get(above) ?? []), under]);
    }
  }
  return found;
}

/** Where the letters are, of a text. */
function boxOf({ node }: PlacedNode): Rectangle | undefined {
  return (node.type === "TEXT" ? node.absoluteRenderBounds : undefined) ?? node.absoluteBoundingBox ?? undefined;
}

function isOver(one: Rectangle, other: Rectangle): boolean {
  if (!overlaps(one, other)) return false;
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  return Math.min(width, height) > least;
}
