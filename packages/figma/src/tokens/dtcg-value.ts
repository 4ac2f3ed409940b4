import type { RGBA } from "@figma/rest-api-spec";
import { hexOf } from "./hex-of.ts";
import { type Border, isRef, type Or, type TokenRef, type TokenValue, type Typography } from "./token.ts";

/** How a value that stands for another token's is written. */
export type WriteRef = (ref: TokenRef, place: "token" | "part") => unknown;

/** A token's value as the Design Tokens Format Module 2025.10 writes it (sections 8 and 9, and the Color Module). */
export function dtcgValue(value: TokenValue, ref: WriteRef): unknown {
  if (isRef(value)) return ref(value, "token");
  const part = <Literal>(or: Or<Literal>, write: (literal: Literal) => unknown) =>
    isRef(or) ? ref(or, "part") : write(or as Literal);
  switch (value.type) {
    case "color":
      return color(value.value);
    case "dimension":
      return dimension(value.value);
    case "blur":
      return part(value.value, dimension);
    case "shadow": {
      const layers = value.value.map((layer) => ({
        color: part(layer.color, color),
        offsetX: part(layer.offsetX, dimension),
        offsetY: part(layer.offsetY, dimension),
        blur: part(layer.blur, dimension),
        spread: part(layer.spread, dimension),
        ...(layer.inset ? { inset: true } : {}),
      }));
      return layers.length === 1 ? layers[0] : layers;
    }
    case "gradient":
      return value.value.stops.map((stop) => ({ color: part(stop.color, color), position: round(stop.position) }));
    case "typography":
      return typography(value.value, part);
    case "border":
      return border(value.value, part);
    default:
      return typeof value.value === "number" ? round(value.value) : value.value;
  }
}

type Part = <Literal>(or: Or<Literal>, write: (literal: Literal) => unknown) => unknown;

function typography({ fontFamily, fontSize, fontWeight, letterSpacing, lineHeight }: Typography, part: Part): unknown {
  return {
    fontFamily: part(fontFamily, (family) => family),
    fontSize: part(fontSize, dimension),
    fontWeight: part(fontWeight, round),
    letterSpacing: part(letterSpacing, dimension),
    lineHeight: round(lineHeight),
  };
}

function border(value: Border, part: Part): unknown {
  const style = value.dashes.length === 0 ? "solid" : { dashArray: value.dashes.map(dimension), lineCap: "butt" };
  return { color: part(value.color, color), width: part(value.width, dimension), style };
}

function color(value: RGBA): unknown {
  const components = [value.r, value.g, value.b].map((channel) => round(Math.min(1, Math.max(0, channel))));
  const alpha = round(Math.min(1, Math.max(0, value.a)));
  return { colorSpace: "srgb", components, ...(alpha === 1 ? {} : { alpha }), hex: hexOf(value) };
}

function dimension(value: number): unknown {
  return { value: round(value), unit: "px" };
}

/** Figma's numbers are floats of 32 bits, of which seven digits mean something. */
function round(value: number): number {
  return Number(value.toPrecision(6));
}
