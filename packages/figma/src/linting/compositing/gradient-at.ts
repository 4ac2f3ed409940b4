import type { GradientPaint, Rectangle, RGBA, Vector } from "@figma/rest-api-spec";

/**
 * A gradient's colour at a point of what it fills. Its handles (start, end, width) span an affine map of the unit square of the
 * filled box.
 */
export function gradientAt(paint: GradientPaint, box: Rectangle, point: Vector): RGBA {
  const place = inHandles(paint, box, point);
  return colorAt(paint, share(paint.type, place));
}

/** Points of a box on the lines where a linear gradient has its stops, where its extremes are. */
export function stopPoints(paint: GradientPaint, box: Rectangle): readonly Vector[] {
  const [start, end] = paint.gradientHandlePositions;
  if (start === undefined || end === undefined) return [];
  return paint.gradientStops.map(({ position }) => ({
    x: box.x + (start.x + (end.x - start.x) * position) * box.width,
    y: box.y + (start.y + (end.y - start.y) * position) * box.height,
  }));
}

/** Along the line from start to end, and across it. */
function inHandles({ gradientHandlePositions }: GradientPaint, box: Rectangle, point: Vector): Vector {
  const [start = { x: 0, y: 0 }, end = { x: 1, y: 0 }, side] = gradientHandlePositions;
  const x = (box.width === 0 ? 0 : (point.x - box.x) / box.width) - start.x;
  const y = (box.height === 0 ? 0 : (point.y - box.y) / box.height) - start.y;
  const along = { x: end.x - start.x, y: end.y - start.y };
  const across = side === undefined ? { x: -along.y, y: along.x } : { x: side.x - start.x, y: side.y - start.y };
  const area = along.x * across.y - along.y * across.x;
  if (area === 0) return { x: 0, y: 0 };
  return { x: (x * across.y - y * across.x) / area, y: (along.x * y - along.y * x) / area };
}

function share(type: GradientPaint["type"], { x, y }: Vector): number {
  if (type === "GRADIENT_LINEAR") return x;
  if (type === "GRADIENT_RADIAL") return Math.hypot(x, y);
  if (type === "GRADIENT_DIAMOND") return Math.abs(x) + Math.abs(y);
  return (Math.atan2(y, x) / (2 * Math.PI) + 1) % 1;
}

function colorAt({ gradientStops }: GradientPaint, at: number): RGBA {
  let before = gradientStops[0];
  for (const stop of gradientStops) {
    if (stop.position >= at) return before === undefined ? stop.color : between(before, stop, at);
    before = stop;
  }
  return before?.color ?? { r: 0, g: 0, b: 0, a: 0 };
}

type Stop = GradientPaint["gradientStops"][number];

function between(one: Stop, other: Stop, at: number): RGBA {
  const run = other.position - one.position;
  const part = run <= 0 ? 1 : Math.min(1, Math.max(0, (at - one.position) / run));
  const mix = (from: number, to: number) => from + (to - from) * part;
  return {
    r: mix(one.color.r, other.color.r),
    g: mix(one.color.g, other.color.g),
    b: mix(one.color.b, other.color.b),
    a: mix(one.color.a, other.color.a),
  };
}
