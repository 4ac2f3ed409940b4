import type { HasLayoutTrait } from "@figma/rest-api-spec";
import type { KiwiNode } from "./kiwi.ts";
import { isStack } from "./layout.ts";

type Sizing = NonNullable<HasLayoutTrait["layoutSizingHorizontal"]>;
type Axis = "HORIZONTAL" | "VERTICAL";

/** Whether a node hugs what is in it, fills what it lies in, or has a size of its own, along both axes. */
export function sizingOf(
  node: KiwiNode,
  parent: KiwiNode | undefined,
): Pick<HasLayoutTrait, "layoutSizingHorizontal" | "layoutSizingVertical"> {
  if (!isStack(node) && !isStack(parent)) return {};
  return {
    layoutSizingHorizontal: sizingAlong("HORIZONTAL", node, parent),
    layoutSizingVertical: sizingAlong("VERTICAL", node, parent),
  };
}

function sizingAlong(axis: Axis, node: KiwiNode, parent: KiwiNode | undefined): Sizing {
  if (isStack(parent) && node.stackPositioning !== "ABSOLUTE" && fills(axis, node, parent)) return "FILL";
  if (isStack(node)) return hugs(axis, node) ? "HUG" : "FIXED";
  if (node.type !== "TEXT") return "FIXED";
  const grows = node.textAutoResize === "WIDTH_AND_HEIGHT" || (axis === "VERTICAL" && node.textAutoResize === "HEIGHT");
  return grows ? "HUG" : "FIXED";
}

function fills(axis: Axis, node: KiwiNode, parent: KiwiNode | undefined): boolean {
  // In a grid, the cell is along the primary axis (the rows') for the width.
  const along = parent?.stackMode === "GRID" ? axis === "HORIZONTAL" : parent?.stackMode === axis;
  return along ? Boolean(node.stackChildPrimaryGrow) : node.stackChildAlignSelf === "STRETCH";
}

/** Along the primary axis a stack hugs unless it says otherwise, across it the other way round. */
function hugs(axis: Axis, node: KiwiNode): boolean {
  const primary = node.stackMode === "VERTICAL" ? "VERTICAL" : "HORIZONTAL";
  return (
    (axis === primary ? (node.stackPrimarySizing ?? "RESIZE_TO_FIT") : (node.stackCounterSizing ?? "FIXED")) !== "FIXED"
  );
}
