import type { DropShadowEffect, Effect, InnerShadowEffect } from "@figma/rest-api-spec";
import type { RefTo } from "./ref-to.ts";
import type { ShadowLayer, TokenValue } from "./token.ts";

/** Effects as one token: shadows, or the radius of a single blur. Undefined for what mixes the two, for noise and for textures. */
export function effectValue(effects: readonly Effect[], refTo: RefTo): TokenValue | undefined {
  const seen = effects.filter(({ visible }) => visible !== false);
  const shadows = seen.filter(isShadow);
  if (shadows.length > 0 && shadows.length === seen.length) {
    // Figma lists effects from the lowest up, and the formats want the topmost first.
    return { type: "shadow", value: shadows.map((shadow) => layer(shadow, refTo)).reverse() };
  }
  const [only] = seen;
  if (seen.length !== 1 || only === undefined || (only.type !== "LAYER_BLUR" && only.type !== "BACKGROUND_BLUR"))
    return undefined;
  const value = refTo(only.boundVariables?.radius, "dimension") ?? only.radius;
  return { type: "blur", value, isBackdrop: only.type === "BACKGROUND_BLUR" };
}

function isShadow(effect: Effect): effect is DropShadowEffect | InnerShadowEffect {
  return effect.type === "DROP_SHADOW" || effect.type === "INNER_SHADOW";
}

function layer(
  { type, color, offset, radius, spread, boundVariables }: DropShadowEffect | InnerShadowEffect,
  refTo: RefTo,
) {
  return {
    color: refTo(boundVariables?.color, "color") ?? color,
    offsetX: refTo(boundVariables?.offsetX, "dimension") ?? offset.x,
    offsetY: refTo(boundVariables?.offsetY, "dimension") ?? offset.y,
    blur: refTo(boundVariables?.radius, "dimension") ?? radius,
    spread: refTo(boundVariables?.spread, "dimension") ?? spread ?? 0,
    inset: type === "INNER_SHADOW",
  } satisfies ShadowLayer;
}
