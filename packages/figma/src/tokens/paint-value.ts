import type { Paint, RGBA, SolidPaint } from "@figma/rest-api-spec";
import { over } from "../nodes/over.ts";
import type { RefTo } from "./ref-to.ts";
import type { Gradient, TokenValue } from "./token.ts";

const kinds = {
  GRADIENT_LINEAR: "linear",
  GRADIENT_RADIAL: "radial",
  GRADIENT_ANGULAR: "angular",
  GRADIENT_DIAMOND: "diamond",
} as const;

/**
 * Paints as one token: a colour, an alias of one, or a gradient. Plain colours that lie over each other become the one that is
 * seen. Undefined for what no token can say: images, patterns, gradients over something.
 */
export function paintValue(paints: readonly Paint[], refTo: RefTo): TokenValue | undefined {
  const seen = paints.filter(({ visible = true, opacity = 1 }) => visible && opacity > 0);
  const [only] = seen;
  if (only === undefined) return undefined;
  if (seen.length === 1) return onePaint(only, refTo);
  if (!seen.every(isPlain)) return undefined;
  const color = seen.map((paint) => faded(paint.color, paint.opacity)).reduce((under, above) => over(above, under));
  return { type: "color", value: color };
}

function onePaint(paint: Paint, refTo: RefTo): TokenValue | undefined {
  const opacity = paint.opacity ?? 1;
  if (paint.type === "SOLID") {
    const bound = opacity === 1 ? refTo(paint.boundVariables?.color, "color") : undefined;
    return bound ?? { type: "color", value: faded(paint.color, opacity) };
  }
  if (!("gradientStops" in paint)) return undefined;
  const stops = paint.gradientStops.map(({ position, color, boundVariables }) => ({
    position: Math.min(1, Math.max(0, position)),
    color: (opacity === 1 ? refTo(boundVariables?.color, "color") : undefined) ?? faded(color, opacity),
  }));
  const value: Gradient = { kind: kinds[paint.type], handles: paint.gradientHandlePositions, stops };
  return stops.length === 0 ? undefined : { type: "gradient", value };
}

function isPlain(paint: Paint): paint is SolidPaint {
  return paint.type === "SOLID" && (paint.blendMode === undefined || paint.blendMode === "NORMAL");
}

function faded(color: RGBA, opacity = 1): RGBA {
  return { r: color.r, g: color.g, b: color.b, a: (color.a ?? 1) * opacity };
}
