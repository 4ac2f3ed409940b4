import type { Vector } from "@figma/rest-api-spec";

/** The direction of a linear gradient in CSS's degrees, of which 0 points up and 90 to the right; of a square, where the shape is not known. */
export function gradientAngle([start, end]: readonly Vector[]): number {
  if (start === undefined || end === undefined) return 180;
  const degrees = (Math.atan2(end.x - start.x, start.y - end.y) * 180) / Math.PI;
  return Number(((degrees + 360) % 360).toFixed(2));
}
