import type { EffectFields, PaintInput } from "@drawbridge/figma/operations";
import type { Effect, Paint, RGBA, Transform } from "@figma/plugin-typings/plugin-api-standalone.js";
import { Problem } from "../problem.ts";
import type { Stage } from "./stage.ts";

/** `#rrggbb` or `#rrggbbaa` as Figma has colors. */
export function colorOf(hex: string): RGBA {
  const channel = (at: number) => Number.parseInt(hex.slice(at, at + 2) || "ff", 16) / 255;
  return { r: channel(1), g: channel(3), b: channel(5), a: channel(7) };
}

function solid(hex: string, opacity?: number): Paint {
  const { r, g, b, a } = colorOf(hex);
  return { type: "SOLID", color: { r, g, b }, opacity: opacity ?? a };
}

/** The transform of a gradient that runs through the middle at an angle; 0 runs from left to right. */
function gradientTransform(angle: number): Transform {
  const turn = (angle * Math.PI) / 180;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  return [
    [cos, sin, 0.5 - (cos + sin) / 2],
    [-sin, cos, 0.5 - (cos - sin) / 2],
  ];
}

/** Paints as Figma has them, with variables bound. */
export function paintsOf(stage: Stage, paints: readonly PaintInput[]): Paint[] {
  return paints.map((paint) => {
    if (typeof paint === "string") return solid(paint);
    const { color, variable, gradient, stops, angle, image, scale, opacity, visible } = paint;
    const common = { ...(visible !== undefined && { visible }), ...(opacity !== undefined && { opacity }) };
    if (variable !== undefined) {
      const plain = { ...solid(color ?? "#000000", opacity), ...common } as Extract<Paint, { type: "SOLID" }>;
      return stage.host.variables.setBoundVariableForPaint(plain, "color", stage.entity("variable", variable));
    }
    if (gradient && stops) {
      const gradientStops = stops.map((stop) => ({ position: stop.at, color: colorOf(stop.color) }));
      const type = `GRADIENT_${gradient}` as const;
      return { type, gradientTransform: gradientTransform(angle ?? 0), gradientStops, ...common };
    }
    if (image !== undefined) return { type: "IMAGE", imageHash: image, scaleMode: scale ?? "FILL", ...common };
    if (color !== undefined) return { ...solid(color, opacity), ...common };
    throw new Problem("invalid", "A paint needs a color, a variable, a gradient with stops, or an image");
  });
}

/** Effects as Figma has them. */
export function effectsOf(effects: readonly EffectFields[]): Effect[] {
  return effects.map(({ type, color, x, y, radius, spread }): Effect => {
    if (type === "LAYER_BLUR" || type === "BACKGROUND_BLUR") {
      return { type, radius: radius ?? 4, visible: true, blurType: "NORMAL" };
    }
    return {
      type,
      color: colorOf(color ?? "#00000040"),
      offset: { x: x ?? 0, y: y ?? 4 },
      radius: radius ?? 4,
      spread: spread ?? 0,
      visible: true,
      blendMode: "NORMAL",
    };
  });
}
