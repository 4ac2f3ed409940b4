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
  /** Where there is a doubt, the most that is possible. */
  readonly most: number;
  readonly text: RGBA;
  readonly background: RGBA;
  readonly doubt: Doubt | undefined;
}

/** What was found of a text, and how many layers were painted for it. */
export interface Measured {
  /** Undefined where something opaque lies over the text, so that nobody sees it. */
  readonly worst: Contrast | undefined;
  readonly work: number;
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
const down = 3;

/** Points where gradients have their stops: of gradients with more stops than anybody makes, some spread over all. */
const mostStops = 200;

/**
 * Paints the letters, and the place without them, at points of the text, and compares the two.
 */
export function textContrast(page: Layer, base: RGBA, sample: TextSample): Measured {
  let worst: Contrast | undefined;
  const under: Painted = { color: base, doubt: undefined };
  const points = pointsOf(page, sample);
  for (const point of points) {
    const found = contrastAt(page, under, sample, point);
    if (found !== undefined && (worst === undefined || found.ratio < worst.ratio)) worst = found;
  }
  return { worst, work: points.length * workOf(page) };
}

/** What it takes to paint one point: every layer, and of gradients every stop. */
function workOf({ placed, children }: Layer): number {
  const stops = (placed.node.fills ?? []).map((fill) => ("gradientStops" in fill ? fill.gradientStops.length : 0));
  return children.reduce((work, child) => work + workOf(child), 1 + stops.reduce((one, other) => one + other, 0));
}

function contrastAt(page: Layer, under: Painted, sample: TextSample, point: Vector): Contrast | undefined {
  const text = { placed: sample.placed, fills: sample.fills };
  const seen = (image: RGBA, areShapesWhole: boolean) => {
    const painting = { point, image, areShapesWhole };
    const behind = colorAt(page, under, painting);
    const letters = colorAt(page, under, { ...painting, text });
    const ratio = ratioOf(letters.color, behind.color);
    return { text: letters.color, background: behind.color, ratio, doubt: letters.doubt ?? behind.doubt };
  };
  const first = seen(black, true);
  if (isSame(first.background, first.text) && isCovered(page, under, sample, point)) return undefined;
  if (first.doubt === undefined) return { ...first, most: first.ratio };
  const all = [first, seen(white, true), seen(black, false), seen(white, false)];
  const worst = all.reduce((one, other) => (other.ratio < one.ratio ? other : one));
  const most = Math.max(...all.map(({ ratio }) => ratio));
  return { ...worst, ratio: mayVanish(all) ? 1 : worst.ratio, most, doubt: first.doubt };
}

/** An image may be of any lightness between the darkest and the lightest that it could be, and the letters' own is between these. */
function mayVanish(
  all: readonly { readonly text: RGBA; readonly background: RGBA; readonly doubt: Doubt | undefined }[],
): boolean {
  if (!all.some(({ doubt }) => doubt === "an image")) return false;
  const behind = all.map(({ background }) => luminance(background));
  const letters = all.map(({ text }) => luminance(text));
  return Math.max(...letters) >= Math.min(...behind) && Math.min(...letters) <= Math.max(...behind);
}

/** Whether the letters could be of any colour without being seen. */
function isCovered(page: Layer, under: Painted, { placed }: TextSample, point: Vector): boolean {
  const drawnIn = (color: RGBA) => {
    const fills: readonly Paint[] = [{ type: "SOLID", blendMode: "NORMAL", color }];
    return colorAt(page, under, { point, image: black, areShapesWhole: true, text: { placed, fills } }).color;
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
  const stops = stopsIn(page, box);
  const every = Math.ceil(stops.length / mostStops);
  return [middle, ...grid, ...corners, ...stops.filter((_, index) => index % every === 0)];
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
  return own.filter((point) => isIn(box, point)).concat(children.flatMap((child) => stopsIn(child, box)));
}
