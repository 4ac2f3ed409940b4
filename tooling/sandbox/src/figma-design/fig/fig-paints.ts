import type { Design } from "../design.ts";
import { imageRef } from "../image-ref.ts";
import type { Fill, Layer } from "../layer.ts";
import { rgba, valueIn } from "../resolve-color.ts";
import { guid } from "./guid.ts";

const transforms = {
  down: { m00: 0, m01: 1, m02: 0, m10: -1, m11: 0, m12: 1 },
  right: { m00: 1, m01: 0, m02: 0, m10: 0, m11: 1, m12: 0 },
};

export const aliasData = (id: string, resolvedDataType: string) => ({
  dataType: "ALIAS",
  resolvedDataType,
  value: { alias: { guid: guid(id) } },
});

/** The file keeps the colour of the first mode beside the variable. */
export function figPaints(fills: readonly Fill[], design: Design) {
  return fills.map((fill) => {
    const base = { visible: true, opacity: 1, blendMode: "NORMAL" };
    if ("gradient" in fill)
      return {
        ...base,
        type: "GRADIENT_LINEAR",
        transform: transforms[fill.gradient],
        stops: fill.stops.map(([at, color]) => ({ color: rgba(color), position: at })),
      };
    if ("image" in fill) {
      const hash = new Uint8Array(Buffer.from(imageRef(design, fill.image), "hex"));
      return { ...base, type: "IMAGE", image: { hash, name: fill.image }, imageScaleMode: fill.scale };
    }
    const value = fill.variable === undefined ? fill.color : valueIn(design, fill.variable, {});
    return {
      ...base,
      type: "SOLID",
      color: rgba(value as typeof fill.color),
      opacity: fill.opacity ?? 1,
      visible: fill.hidden !== true,
      ...(fill.variable === undefined ? {} : { colorVar: aliasData(fill.variable, "COLOR") }),
    };
  });
}

export function figEffects({ shadows = [], blur }: Pick<Layer, "shadows" | "blur">) {
  const drawn = shadows.map(({ color, y, radius, inner }) => ({
    type: inner ? "INNER_SHADOW" : "DROP_SHADOW",
    visible: true,
    color: rgba(color),
    blendMode: "NORMAL",
    offset: { x: 0, y },
    radius,
    spread: 0,
    showShadowBehindNode: false,
  }));
  return [...drawn, ...(blur === undefined ? [] : [{ type: "BACKGROUND_BLUR", visible: true, radius: blur }])];
}
