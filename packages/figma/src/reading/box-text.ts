import type { Layer } from "../outline/layer.ts";
import { numberText } from "./number-text.ts";

/**
 * Where a layer lies and how large it is: `@x,y` in what holds it (nothing where that is 0,0, or the flow of a row, column or grid
 * decides), width and height, and how both are found: `fill`, `hug`, or fixed where nothing is said.
 *
 * @param isCopy whether it is inside an instance of a component that is told too: what an instance cannot change is told there alone
 */
export function boxText(layer: Layer, parent: Layer | undefined, isCopy: boolean): string {
  const box = layer.absoluteBoundingBox;
  const flows = isFlow(parent);
  const isApart = flows && layer.layoutPositioning === "ABSOLUTE";
  let text = isApart ? " abs" : "";
  if (box && (!flows || isApart)) text += placeText(box, parent);
  const size = box ? { x: box.width, y: box.height } : layer.size;
  if (size) text += ` ${numberText(size.x)}x${numberText(size.y)}`;
  return (
    text + sizingText(layer, parent) + limitsText(layer) + (isCopy ? "" : pinText(layer, parent, !flows || isApart))
  );
}

/** Whether what is inside a layer is placed one after another. */
function isFlow(layer: Layer | undefined): boolean {
  const mode = layer?.layoutMode;
  return mode !== undefined && mode !== "NONE";
}

function placeText(box: { readonly x: number; readonly y: number }, parent: Layer | undefined): string {
  const from = parent?.absoluteBoundingBox;
  const x = numberText(box.x - (from?.x ?? 0));
  const y = numberText(box.y - (from?.y ?? 0));
  return from && x === "0" && y === "0" ? "" : ` @${x},${y}`;
}

type Sizing = "FIXED" | "HUG" | "FILL" | undefined;

const sizings: Readonly<Record<string, string>> = { HUG: "hug", FILL: "fill" };

function sizingText(layer: Layer, parent: Layer | undefined): string {
  const across = layer.layoutSizingHorizontal ?? olderSizing(layer, parent, "HORIZONTAL");
  const down = layer.layoutSizingVertical ?? olderSizing(layer, parent, "VERTICAL");
  const width = sizings[across ?? ""];
  const height = sizings[down ?? ""];
  const ratio = layer.preserveRatio && (width !== undefined || height !== undefined) ? " keep-ratio" : "";
  if (width !== undefined && width === height) return ` ${width}${ratio}`;
  return `${width === undefined ? "" : ` ${width}-w`}${height === undefined ? "" : ` ${height}-h`}${ratio}`;
}

/** What documents say that are older than the two fields for it. */
function olderSizing(layer: Layer, parent: Layer | undefined, axis: "HORIZONTAL" | "VERTICAL"): Sizing {
  if (parent !== undefined && isFlow(parent)) {
    if (parent.layoutMode === axis ? layer.layoutGrow === 1 : layer.layoutAlign === "STRETCH") return "FILL";
  }
  if (isFlow(layer) && layer.layoutMode !== "GRID") {
    const mode = layer.layoutMode === axis ? layer.primaryAxisSizingMode : layer.counterAxisSizingMode;
    return mode === "FIXED" ? "FIXED" : "HUG";
  }
  const resize = layer.style && "textAutoResize" in layer.style ? layer.style.textAutoResize : undefined;
  const hugs = resize === "WIDTH_AND_HEIGHT" || (resize === "HEIGHT" && axis === "VERTICAL");
  return hugs ? "HUG" : undefined;
}

function limitsText({ minWidth, maxWidth, minHeight, maxHeight }: Layer): string {
  let text = "";
  if (minWidth) text += ` min-w:${numberText(minWidth)}`;
  if (maxWidth) text += ` max-w:${numberText(maxWidth)}`;
  if (minHeight) text += ` min-h:${numberText(minHeight)}`;
  if (maxHeight) text += ` max-h:${numberText(maxHeight)}`;
  return text;
}

const pins: Readonly<Record<string, string>> = {
  LEFT_RIGHT: "left-right",
  TOP_BOTTOM: "top-bottom",
  RIGHT: "right",
  BOTTOM: "bottom",
  CENTER: "center",
  SCALE: "scale",
};

const pinless: ReadonlySet<string> = new Set(["DOCUMENT", "CANVAS", "SECTION"]);

/** What a layer keeps its distance to when the one that holds it changes its size; left and top are not said. */
function pinText({ constraints }: Layer, parent: Layer | undefined, isPlaced: boolean): string {
  if (!constraints || !isPlaced || parent === undefined || pinless.has(parent.type)) return "";
  const across = pins[constraints.horizontal];
  const down = pins[constraints.vertical];
  if (across === undefined && down === undefined) return "";
  return ` pin:${across === down ? across : [across, down].filter((pin) => pin !== undefined).join(",")}`;
}
