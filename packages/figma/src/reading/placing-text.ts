import type { Layer } from "../outline/layer.ts";
import { alignments } from "./alignments.ts";

/** How a layer is placed by the layout of what holds it, otherwise than the rest: its cell of a grid, its own alignment, and whether it stays when that scrolls. */
export function placingText(layer: Layer, parent: Layer | undefined): string {
  const text = parent?.layoutMode === "GRID" ? areaText(layer) : selfText(layer, parent);
  const { scrollBehavior, isFixed } = layer;
  if (scrollBehavior === "FIXED" || isFixed) return `${text} fixed`;
  return scrollBehavior === "STICKY_SCROLLS" ? `${text} sticky` : text;
}

/** Where in its parent's grid a layer lies: row/column, each with how many it spans. */
function areaText(layer: Layer): string {
  const { gridRowAnchorIndex, gridColumnAnchorIndex, gridRowSpan = 1, gridColumnSpan = 1 } = layer;
  let text = "";
  if (gridRowAnchorIndex !== undefined || gridColumnAnchorIndex !== undefined) {
    const span = (anchor = 0, count = 1) => `${anchor + 1}${count > 1 ? `+${count}` : ""}`;
    text += ` cell:${span(gridRowAnchorIndex, gridRowSpan)}/${span(gridColumnAnchorIndex, gridColumnSpan)}`;
  }
  const across = alignments[layer.gridChildHorizontalAlign ?? "AUTO"];
  const down = alignments[layer.gridChildVerticalAlign ?? "AUTO"];
  if (across !== undefined) text += ` justify-self:${across || "start"}`;
  return down === undefined ? text : `${text} align-self:${down || "start"}`;
}

/** Older documents let a layer of a row or a column stand otherwise than the rest. */
function selfText({ layoutAlign }: Layer, parent: Layer | undefined): string {
  if (parent?.layoutMode !== "HORIZONTAL" && parent?.layoutMode !== "VERTICAL") return "";
  if (layoutAlign !== "CENTER" && layoutAlign !== "MAX") return "";
  return ` align-self:${alignments[layoutAlign]}`;
}
