import type { RGBA } from "@figma/rest-api-spec";
import { clampChroma, converter } from "culori";
import { hexOf } from "../../tokens/hex-of.ts";
import { ratioOf } from "./text-contrast.ts";

const toOklch = converter("oklch");
const toRgb = converter("rgb");

/** Halvings of the way to black or white: finer than a step of eight bits. */
const steps = 12;

/** A colour that stands out, and how far in lightness it is from the one that does not. */
export interface ReadableColor {
  readonly hex: string;
  /** 0 to 1. */
  readonly distance: number;
}

/**
 * The nearest colour of the same hue that stands out enough, found along OKLCH's lightness; undefined where neither darker nor
 * lighter reaches.
 */
export function readableColor(text: RGBA, background: RGBA, needed: number): ReadableColor | undefined {
  const { h = 0, c, l } = toOklch({ mode: "rgb", r: text.r, g: text.g, b: text.b });
  const at = (lightness: number): RGBA => {
    const { r, g, b } = toRgb(clampChroma({ mode: "oklch", l: lightness, c, h }, "oklch"));
    const byte = (channel: number) => Math.round(Math.min(1, Math.max(0, channel)) * 255) / 255;
    return { r: byte(r), g: byte(g), b: byte(b), a: 1 };
  };
  const found = [0, 1].flatMap((end) => {
    if (ratioOf(at(end), background) < needed) return [];
    let [near, far] = [l, end];
    for (let step = 0; step < steps; step += 1) {
      const middle = (near + far) / 2;
      if (ratioOf(at(middle), background) < needed) near = middle;
      else far = middle;
    }
    return [{ color: at(far), distance: Math.abs(far - l) }];
  });
  const [nearest] = found.sort((one, other) => one.distance - other.distance);
  return nearest === undefined ? undefined : { hex: hexOf(nearest.color), distance: nearest.distance };
}
