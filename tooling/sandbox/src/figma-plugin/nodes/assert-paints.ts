import type { GradientPaint, Paint, RGB } from "@figma/plugin-typings/plugin-api-standalone.js";
import type { NodeRecord } from "../file/node-record.ts";
import { assertBindable } from "../variables/assert-bindable.ts";
import type { Session } from "./session.ts";

/** @throws where a paint is not one that Figma takes for this property of this node */
export function assertPaints(paints: unknown, node: NodeRecord, session: Session, key: "fills" | "strokes"): void {
  if (!Array.isArray(paints)) throw new Error(`Property "${key}" failed validation: Expected array`);
  for (const paint of paints as Paint[]) assertPaint(paint, node, session, key);
}

function assertPaint(paint: Paint, node: NodeRecord | undefined, session: Session, key: string): void {
  if (paint.opacity !== undefined && !(paint.opacity >= 0 && paint.opacity <= 1)) {
    throw new Error(`Property "${key}" failed validation: Opacity must be between 0 and 1`);
  }
  if (paint.type === "SOLID") {
    assertColor(paint.color, key, ["r", "g", "b"]);
    const bound = paint.boundVariables?.color;
    if (bound && node) assertBindable(session.file, bound.id, key, node);
    return;
  }
  if ("gradientStops" in paint) {
    assertGradient(paint, key);
    return;
  }
  if (paint.type !== "IMAGE") {
    throw new Error(`Property "${key}" failed validation: Invalid discriminator value of a paint: ${paint.type}`);
  }
  if (session.file.options.partial) return;
  if (paint.imageHash !== null && !session.file.images.has(paint.imageHash)) {
    throw new Error(`Property "${key}" failed validation: No image with hash ${paint.imageHash}`);
  }
}

function assertGradient({ type, gradientStops, gradientTransform }: GradientPaint, key: string): void {
  if (!type.startsWith("GRADIENT_")) throw new Error(`Property "${key}" failed validation: Invalid paint ${type}`);
  if (gradientStops.length < 1) throw new Error(`Property "${key}" failed validation: A gradient needs stops`);
  for (const stop of gradientStops) assertColor(stop.color, key, ["r", "g", "b", "a"]);
  if (gradientTransform?.length !== 2) throw new Error(`Property "${key}" failed validation: gradientTransform`);
}

/** Paints of a style, which no node wears yet. */
export function assertStylePaints(paints: readonly Paint[], session: Session): void {
  for (const paint of paints) assertPaint(paint, undefined, session, "paints");
}

function assertColor(color: RGB | undefined, key: string, channels: readonly string[]): void {
  for (const channel of channels) {
    const value = (color as Record<string, unknown> | undefined)?.[channel];
    if (typeof value === "number" && value >= 0 && value <= 1) continue;
    throw new Error(
      `Property "${key}" failed validation: Expected color.${channel} between 0 and 1, received ${value}`,
    );
  }
  const unknown = Object.keys(color ?? {}).find((channel) => !["r", "g", "b", "a", "sourceColor"].includes(channel));
  if (unknown || (channels.length === 3 && color && "a" in color)) {
    throw new Error(`Property "${key}" failed validation: Unrecognized key in color: '${unknown ?? "a"}'`);
  }
}
