import type { Paint, Rectangle, RGBA, Vector } from "@figma/rest-api-spec";
import { wcagLuminance } from "culori";
import type { PlacedNode } from "../../nodes/placed-node.ts";
import { colorAt, type Doubt, type Painted } from "./color-at.ts";
import { covers, isIn, isKnownShape } from "./covers.ts";
import { stopPoints } from "./gradient-at.ts";
import type { Layer } from "./layer.ts";

/** The worst that a text's letters stand out from what is behind them. */
export interface Contrast {
  /** 1 to 21 (WCAG 2.2, "contrast ratio"); where there is a doubt, the least that is possible. */
  readonly ratio: number;
  readonly text: RGBA;
  readonly background: RGBA;
  readonly doubt: Doubt | undefined;
}

/** What is asked of one text. */
export interface TextSample {
  readonly placed: PlacedNode;
  readonly fills: readonly Paint[];
  /** Where its letters are. */
  readonly box: Rectangle;
}

const black: RGBA = { r: 0, g: 0, b: 0, a: 1 };
const white: RGBA = { r: 1, g: 1, b: 1, a: 1 };

/** Points across and down a text, where what is behind it is not the same everywhere. */
const across = 9;
const down = 5;

/**
 * Paints the letters, and the place without them, at points of the text, and compares the two; undefined where something opaque
 * lies over the text, so that nobody sees it.
 */
export function textContrast(page: Layer, base: RGBA, sample: TextSample): Contrast | undefined {
  let worst: Contrast | undefined;
  const under: Painted = { color: base, doubt: undefined };
  for (const point of pointsOf(page, sample)) {
    const found = contrastAt(page, under, sample, point);
    if (found !== undefined && (worst === undefined || found.ratio < worst.ratio)) worst = found;
  }
  return worst;
}

function contrastAt(page: Layer, under: Painted, sample: TextSample, point: Vector): Contrast | undefined {
  const text = { placed: sample.placed, fills: sample.fills };
  const behind = colorAt(page, under, { point, image: black });
  const letters = colorAt(page, under, { point, image: black, text });
  if (isSame(behind.color, letters.color) && isCovered(page, under, sample, point)) return undefined;
  const doubt = letters.doubt ?? behind.doubt;
  const dark = { text: letters.color, background: behind.color };
  if (doubt !== "an image") return { ...dark, ratio: ratioOf(dark.text, dark.background), doubt };
  const light = {
    text: colorAt(page, under, { point, image: white, text }).color,
    background: colorAt(page, under, { point, image: white }).color,
  };
  return { ...worseOf(dark, light), doubt };
}

type Pair = Pick<Contrast, "text" | "background">;

/** Behind is something between the two: where the letters' lightness is too, they may vanish. */
function worseOf(dark: Pair, light: Pair): Omit<Contrast, "doubt"> {
  const least = Math.min(luminance(dark.background), luminance(light.background));
  const most = Math.max(luminance(dark.background), luminance(light.background));
  const [one, other] = [luminance(dark.text), luminance(light.text)];
  const ratios = [ratioOf(dark.text, dark.background), ratioOf(light.text, light.background)];
  const isBetween = Math.max(one, other) >= least && Math.min(one, other) <= most;
  if (isBetween) return { ...dark, ratio: 1 };
  return (ratios[0] ?? 1) <= (ratios[1] ?? 1)
    ? { ...dark, ratio: ratios[0] ?? 1 }
    : { ...light, ratio: ratios[1] ?? 1 };
}

/** Whether the letters could be of any colour without being seen. */
function isCovered(page: Layer, under: Painted, { placed }: TextSample, point: Vector): boolean {
  const drawnIn = (color: RGBA) => {
    const fills: readonly Paint[] = [{ type: "SOLID", blendMode: "NORMAL", color }];
    return colorAt(page, under, { point, image: black, text: { placed, fills } }).color;
  };
  return isSame(drawnIn(black), drawnIn(white));
}

function isSame(one: RGBA, other: RGBA): boolean {
  return (["r", "g", "b"] as const).every((channel) => Math.abs(one[channel] - other[channel]) < 0.001);
}

/** WCAG 2.2, "contrast ratio": of two opaque colours. */
export function ratioOf(one: RGBA, other: RGBA): number {
  const [lighter, darker] = [luminance(one), luminance(other)].sort((first, second) => second - first);
  return ((lighter ?? 0) + 0.05) / ((darker ?? 0) + 0.05);
}

function luminance({ r, g, b }: RGBA): number {
  return wcagLuminance({ mode: "rgb", r, g, b });
}

/** One point where all of the text is alike; else a grid, and where gradients have their stops. */
function pointsOf(page: Layer, { placed, fills, box }: TextSample): readonly Vector[] {
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  if (isEven(page, placed, box) && fills.every(({ type }) => type === "SOLID")) return [middle];
  const grid = Array.from({ length: across * down }, (_, index) => ({
    x: box.x + (box.width * ((index % across) + 0.5)) / across,
    y: box.y + (box.height * (Math.floor(index / across) + 0.5)) / down,
  }));
  // The letters reach nearly to the edges of their box.
  const corners = [0.01, 0.99].flatMap((x) =>
    [0.01, 0.99].map((y) => ({ x: box.x + box.width * x, y: box.y + box.height * y })),
  );
  return [middle, ...grid, ...corners, ...stopsIn(page, box)];
}

/** Whether every layer paints all of a box in one colour, or nothing of it. */
function isEven({ placed, children }: Layer, text: PlacedNode, box: Rectangle): boolean {
  const { node } = placed;
  const fills =
    node.type === "GROUP" || placed === text ? [] : (node.fills ?? []).filter(({ visible }) => visible !== false);
  if (node.isMask === true || fills.some((fill) => "gradientStops" in fill)) return false;
  if (node.type !== "TEXT" && (fills.length > 0 || node.clipsContent === true)) {
    if (!isKnownShape(node) || !coversAllOrNone(placed, box)) return false;
  }
  return children.every((child) => isEven(child, text, box));
}

function coversAllOrNone({ node }: PlacedNode, box: Rectangle): boolean {
  const right = box.x + box.width;
  const bottom = box.y + box.height;
  const corners = [
    { x: box.x, y: box.y },
    { x: right, y: box.y },
    { x: box.x, y: bottom },
    { x: right, y: bottom },
  ];
  return corners.every((corner) => covers(node, corner) === true);
}

function stopsIn({ placed, children }: Layer, box: Rectangle): readonly Vector[] {
  const shape = placed.node.absoluteBoundingBox;
  const own = (placed.node.fills ?? []).flatMap((fill) =>
    "gradientStops" in fill && shape !== undefined && shape !== null ? stopPoints(fill, shape) : [],
  );
  return [...own.filter((point) => isIn(box, point)), ...children.flatMap((child) => stopsIn(child, box))];
}
