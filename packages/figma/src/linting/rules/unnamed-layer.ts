import type { PlacedNode } from "../../nodes/placed-node.ts";
import type { LintRule } from "../rule.ts";

/** What Figma names a layer when nobody does, with its number; and the bare words that it uses for some. */
const given =
  /^(Frame|Group|Rectangle|Ellipse|Line|Arrow|Polygon|Star|Component|Section|Slice|Image|Mask group|Boolean|Union|Subtract|Intersect|Exclude|Vector|Auto layout|Instance)( \d+)?$/i;

/** Parts of a drawing, which nobody reads by name. */
const drawn = new Set(["VECTOR", "BOOLEAN_OPERATION", "STAR", "REGULAR_POLYGON", "LINE"]);

/** Pixels up to which a frame of drawn parts is an icon. */
const iconSize = 64;

/** Layers have names that say what they are. Those of a component's copies are named in the component; parts of an icon need none. */
export const unnamedLayer: LintRule = {
  name: "unnamed-layer",
  prepare: (design) => (placed) => {
    const { node } = placed;
    if (!given.test(node.name) || drawn.has(node.type) || node.type === "TEXT" || node.type === "INSTANCE") return [];
    if (placed.parent === undefined || node.type === "CANVAS" || design.isInInstance(placed) || isInIcon(placed))
      return [];
    return [
      {
        severity: "warning",
        what: `layer has the name that Figma gave it, ${JSON.stringify(node.name)}`,
        mend: `Name it by what it is${placed.children.length > 0 ? ", or dissolve it if it only wraps" : ""}.`,
      },
    ];
  },
};

function isInIcon({ parent }: PlacedNode): boolean {
  for (let at = parent; at !== undefined; at = at.parent) {
    const box = at.node.absoluteBoundingBox;
    const isSmall = box !== undefined && box !== null && Math.max(box.width, box.height) <= iconSize;
    if (isSmall && at.children.every(({ node }) => node.type !== "TEXT") && !given.test(at.node.name)) return true;
  }
  return false;
}
