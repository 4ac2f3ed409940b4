import type { Effect, Paint } from "@figma/plugin-typings/plugin-api-standalone.js";
import { handlesOf } from "./gradient-handles.ts";

/** A paint in the words of the REST API. */
export function restPaint(paint: Paint): object {
  const common = {
    blendMode: paint.blendMode ?? "NORMAL",
    ...(paint.visible === false && { visible: false }),
    ...(paint.opacity !== undefined && paint.opacity !== 1 && { opacity: paint.opacity }),
    type: paint.type,
  };
  if (paint.type === "SOLID") {
    const { r, g, b } = paint.color;
    const bound = paint.boundVariables?.color && { boundVariables: paint.boundVariables };
    return { ...common, color: { r, g, b, a: 1 }, ...bound };
  }
  if ("gradientStops" in paint) {
    return {
      ...common,
      gradientHandlePositions: handlesOf(paint.gradientTransform),
      gradientStops: paint.gradientStops.map(({ position, color, boundVariables }) => ({
        position,
        color,
        ...(boundVariables?.color && { boundVariables }),
      })),
    };
  }
  if (paint.type === "IMAGE") {
    const scaleMode = paint.scaleMode === "CROP" ? "STRETCH" : paint.scaleMode;
    return { ...common, scaleMode, imageRef: paint.imageHash ?? "" };
  }
  return common;
}

/** An effect in the words of the REST API. */
export function restEffect(effect: Effect): object {
  const { visible, ...rest } = effect;
  return { ...rest, visible };
}
