import type { RGBA, Vector } from "@figma/rest-api-spec";
import { gradientAngle } from "./gradient-angle.ts";
import type { Gradient, Or } from "./token.ts";

/** A gradient as CSS has it, for a shape whose proportions are not known. CSS has none of diamonds: a radial one stands for it. */
export function cssGradient({ kind, handles, stops }: Gradient, color: (color: Or<RGBA>) => string): string {
  const place = kind === "linear" ? linearPlace(handles) : (position: number) => position;
  const unit = (share: number) => (kind === "angular" ? `${number(share * 360)}deg` : `${number(share * 100)}%`);
  const told = stops.map((stop) => `${color(stop.color)} ${unit(place(stop.position))}`).join(", ");
  const [center = { x: 0.5, y: 0.5 }, end = { x: 1, y: 0.5 }, side] = handles;
  if (kind === "linear") return `linear-gradient(${gradientAngle(handles)}deg, ${told})`;
  const at = `at ${number(center.x * 100)}% ${number(center.y * 100)}%`;
  if (kind === "angular") return `conic-gradient(from ${gradientAngle(handles)}deg ${at}, ${told})`;
  return `radial-gradient(${radius(center, end, side)} ${at}, ${told})`;
}

/** An ellipse along the axes; one that is turned has the size of the box around it. */
function radius(center: Vector, end: Vector, side: Vector = end): string {
  const reach = (axis: "x" | "y") => Math.hypot(end[axis] - center[axis], side[axis] - center[axis]);
  return `${number(Math.max(0.001, reach("x")) * 100)}% ${number(Math.max(0.001, reach("y")) * 100)}%`;
}

/**
 * CSS's line of a gradient runs from corner to corner as its angle has it, and Figma's from handle to handle: the share of the
 * first that a share of the second is (CSS Images Level 3, section 3.1), on a square.
 */
function linearPlace([start, end]: readonly Vector[]): (position: number) => number {
  if (start === undefined || end === undefined) return (position) => position;
  const run = { x: end.x - start.x, y: end.y - start.y };
  const length = Math.hypot(run.x, run.y);
  if (length === 0) return (position) => position;
  const unit = { x: run.x / length, y: run.y / length };
  const line = Math.abs(unit.x) + Math.abs(unit.y);
  return (position) => {
    const x = start.x + run.x * position - 0.5;
    const y = start.y + run.y * position - 0.5;
    return (x * unit.x + y * unit.y) / line + 0.5;
  };
}

function number(value: number): string {
  return String(Number(value.toFixed(2)));
}
