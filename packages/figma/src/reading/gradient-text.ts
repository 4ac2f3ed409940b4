import type { GradientPaint, Vector } from "@figma/rest-api-spec";
import { numberText } from "./number-text.ts";

/** In pixels, of the layer that is painted. */
export interface PaintedSize {
  readonly width: number;
  readonly height: number;
}

const unit: PaintedSize = { width: 1, height: 1 };

/** A gradient as CSS writes it; a diamond, which CSS lacks, in the same manner. */
export function gradientText(
  { type, gradientHandlePositions, gradientStops }: GradientPaint,
  size: PaintedSize | undefined,
  colorOf: (stop: GradientPaint["gradientStops"][number]) => string,
): string {
  const [start = origin, end = origin, side = end] = gradientHandlePositions ?? [];
  const painted = size !== undefined && size.width > 0 && size.height > 0 ? size : unit;
  const stops = (place: (position: number) => number) =>
    (gradientStops ?? []).map((stop) => `${colorOf(stop)} ${percent(place(stop.position))}`).join(",");
  const at = `at ${percent(start.x)} ${percent(start.y)}`;
  switch (type) {
    case "GRADIENT_LINEAR":
      return linear(start, end, painted, stops);
    case "GRADIENT_ANGULAR":
      return `conic-gradient(from ${degrees(angle(start, end, painted))} ${at},${stops(itself)})`;
    default: {
      const name = type === "GRADIENT_RADIAL" ? "radial-gradient" : "diamond-gradient";
      return `${name}(${radii(start, end, side, painted)} ${at},${stops(itself)})`;
    }
  }
}

const origin: Vector = { x: 0, y: 0 };
const itself = (position: number) => position;

/** CSS's line goes through the middle and reaches as far as the corners; Figma's from one handle to the other. */
function linear(
  start: Vector,
  end: Vector,
  { width, height }: PaintedSize,
  stops: (place: (position: number) => number) => string,
): string {
  const turn = angle(start, end, { width, height });
  const along = { x: Math.sin(turn), y: -Math.cos(turn) };
  const length = Math.abs(width * along.x) + Math.abs(height * along.y);
  const place = (position: number) => {
    const x = (start.x + position * (end.x - start.x) - 0.5) * width;
    const y = (start.y + position * (end.y - start.y) - 0.5) * height;
    return (x * along.x + y * along.y) / length + 0.5;
  };
  return `linear-gradient(${degrees(turn)},${stops(place)})`;
}

/** Clockwise from upwards, in radians. */
function angle(start: Vector, end: Vector, { width, height }: PaintedSize): number {
  return Math.atan2((end.x - start.x) * width, -(end.y - start.y) * height);
}

function radii(start: Vector, end: Vector, side: Vector, { width, height }: PaintedSize): string {
  const reach = (to: Vector) => Math.hypot((to.x - start.x) * width, (to.y - start.y) * height);
  const [main, across] = [reach(end), reach(side)];
  const turn = Math.atan2((end.y - start.y) * height, (end.x - start.x) * width);
  const isUpright = Math.abs(Math.sin(turn)) > 0.999;
  const [x, y] = isUpright ? [across, main] : [main, across];
  const isTurned = !isUpright && Math.abs(Math.sin(turn)) > 0.001 && Math.abs(main - across) > 0.01;
  return `${percent(x / width)} ${percent(y / height)}${isTurned ? ` turned ${degrees(turn)}` : ""}`;
}

function percent(part: number): string {
  return `${numberText(part * 100)}%`;
}

function degrees(turn: number): string {
  return `${numberText(((turn * 180) / Math.PI + 360) % 360)}deg`;
}
