import type { Design } from "../design.ts";
import { imageRef } from "../image-ref.ts";
import type { Fill, Layer } from "../layer.ts";
import { type Modes, rgba, valueIn } from "../resolve-color.ts";

const handles = {
  down: [
    { x: 0.5, y: 0 },
    { x: 0.5, y: 1 },
    { x: 0, y: 0 },
  ],
  right: [
    { x: 0, y: 0.5 },
    { x: 1, y: 0.5 },
    { x: 0, y: 1 },
  ],
};

export const alias = (id: string) => ({ type: "VARIABLE_ALIAS", id: `VariableID:${id}` });

export function restPaints(fills: readonly Fill[] | undefined, design: Design, modes: Modes) {
  return (fills ?? []).map((fill) => {
    if ("gradient" in fill)
      return {
        blendMode: "NORMAL",
        type: "GRADIENT_LINEAR",
        gradientHandlePositions: handles[fill.gradient],
        gradientStops: fill.stops.map(([position, color]) => ({ color: rgba(color), position })),
      };
    if ("image" in fill)
      return { blendMode: "NORMAL", type: "IMAGE", scaleMode: fill.scale, imageRef: imageRef(design, fill.image) };
    const value = fill.variable === undefined ? fill.color : valueIn(design, fill.variable, modes);
    return {
      blendMode: "NORMAL",
      type: "SOLID",
      color: rgba(value as typeof fill.color),
      ...(fill.opacity === undefined ? {} : { opacity: Math.fround(fill.opacity) }),
      ...(fill.hidden ? { visible: false } : {}),
      ...(fill.variable === undefined ? {} : { boundVariables: { color: alias(fill.variable) } }),
    };
  });
}

export function restEffects({ shadows = [], blur }: Pick<Layer, "shadows" | "blur">) {
  const drawn = shadows.map(({ color, y, radius, inner }) => ({
    type: inner ? "INNER_SHADOW" : "DROP_SHADOW",
    visible: true,
    color: rgba(color),
    blendMode: "NORMAL",
    offset: { x: 0, y },
    radius,
    ...(inner ? {} : { showShadowBehindNode: false }),
  }));
  return [...drawn, ...(blur === undefined ? [] : [{ type: "BACKGROUND_BLUR", visible: true, radius: blur }])];
}
