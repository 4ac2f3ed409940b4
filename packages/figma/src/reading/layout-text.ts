import type { Layer } from "../outline/layer.ts";
import { alignments } from "./alignments.ts";
import { numberText } from "./number-text.ts";

/** How a layer places what is inside it, in the words of CSS's flexbox and grid, and what of it is cut off or scrolls. */
export function layoutText(layer: Layer): string {
  let text = "";
  if (layer.layoutMode === "HORIZONTAL") text = `row${flexText(layer)}`;
  else if (layer.layoutMode === "VERTICAL") text = `col${flexText(layer)}`;
  else if (layer.layoutMode === "GRID") text = gridText(layer);
  return (text + overflowText(layer)).trimStart();
}

function flexText(layer: Layer): string {
  const { layoutWrap, itemSpacing = 0, counterAxisSpacing, counterAxisAlignContent } = layer;
  let text = "";
  if (layoutWrap === "WRAP") text += " wrap";
  const gap = itemSpacing && layer.primaryAxisAlignItems !== "SPACE_BETWEEN" ? numberText(itemSpacing) : "";
  const between = layoutWrap === "WRAP" && counterAxisSpacing ? `,${numberText(counterAxisSpacing)}` : "";
  if (gap !== "" || between !== "") text += ` gap:${gap === "" ? "0" : gap}${between}`;
  text += paddingText(layer);
  const across = alignments[layer.counterAxisAlignItems ?? "MIN"];
  const along = alignments[layer.primaryAxisAlignItems ?? "MIN"];
  if (across) text += ` items:${across}`;
  if (along) text += ` justify:${along}`;
  if (counterAxisAlignContent === "SPACE_BETWEEN") text += " content:between";
  if (layer.itemReverseZIndex) text += " first-on-top";
  if (layer.strokesIncludedInLayout) text += " border-box";
  return text;
}

function gridText(layer: Layer): string {
  const { gridColumnsSizing, gridRowsSizing, gridColumnCount, gridRowCount, gridColumnGap = 0, gridRowGap = 0 } = layer;
  let text = "grid";
  text += ` cols:${tracks(gridColumnsSizing, gridColumnCount)} rows:${tracks(gridRowsSizing, gridRowCount)}`;
  if (gridColumnGap || gridRowGap) {
    const rows = numberText(gridRowGap);
    const columns = numberText(gridColumnGap);
    text += ` gap:${rows === columns ? rows : `${rows},${columns}`}`;
  }
  return text + paddingText(layer);
}

function tracks(sizing: string | undefined, count: number | undefined): string {
  return sizing === undefined || sizing === "" ? `${count ?? 1}` : `"${sizing}"`;
}

/** As CSS's padding: one value, or top, right, bottom, left. */
function paddingText({ paddingTop = 0, paddingRight = 0, paddingBottom = 0, paddingLeft = 0 }: Layer): string {
  if (!(paddingTop || paddingRight || paddingBottom || paddingLeft)) return "";
  const [top, right, bottom, left] = [paddingTop, paddingRight, paddingBottom, paddingLeft].map(numberText);
  if (top === bottom && right === left) return ` pad:${top === right ? top : `${top},${right}`}`;
  return ` pad:${top},${right},${bottom},${left}`;
}

const directions: Readonly<Record<string, string>> = {
  HORIZONTAL_SCROLLING: " scroll:x",
  VERTICAL_SCROLLING: " scroll:y",
  HORIZONTAL_AND_VERTICAL_SCROLLING: " scroll:xy",
};

function overflowText({ clipsContent, overflowDirection }: Layer): string {
  return (clipsContent ? " clip" : "") + (directions[overflowDirection ?? ""] ?? "");
}
