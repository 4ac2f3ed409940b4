import type { RGBA } from "@figma/rest-api-spec";
import { cssGradient } from "./css-gradient.ts";
import { hexOf } from "./hex-of.ts";
import { isRef, type Or, type ShadowLayer, type TokenRef, type TokenValue, type Typography } from "./token.ts";

/** A token's value as CSS writes it; an alias stays one. */
export function cssValue(value: TokenValue, ref: (ref: TokenRef) => string): string {
  if (isRef(value)) return ref(value);
  const part = <Literal>(or: Or<Literal>, write: (literal: Literal) => string) =>
    isRef(or) ? ref(or) : write(or as Literal);
  switch (value.type) {
    case "color":
      return cssColor(value.value);
    case "dimension":
      return px(value.value);
    case "fontFamily":
    case "string":
      return quoted(value.value);
    case "blur":
      return `blur(${part(value.value, px)})`;
    case "shadow":
      return value.value.map((layer) => shadow(layer, part)).join(", ");
    case "gradient":
      return cssGradient(value.value, (color) => part(color, cssColor));
    case "typography":
      return font(value.value, part);
    case "border": {
      const { width, dashes, color } = value.value;
      return `${part(width, px)} ${dashes.length === 0 ? "solid" : "dashed"} ${part(color, cssColor)}`;
    }
    default:
      return typeof value.value === "number" ? number(value.value) : String(value.value);
  }
}

/** Six digits, or the three bytes with an alpha in percent. */
export function cssColor(color: RGBA): string {
  if (color.a >= 1) return hexOf(color);
  const bytes = [color.r, color.g, color.b].map((channel) => Math.round(Math.min(1, Math.max(0, channel)) * 255));
  return `rgb(${bytes.join(" ")} / ${Number((color.a * 100).toFixed(2))}%)`;
}

/** A CSS string (CSS Syntax Level 3, section 4.3.5): what would end it is escaped. */
export function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, "\\$&").replace(/[\u0000-\u001f\u007f]/g, (control) => `\\${control.charCodeAt(0).toString(16)} `)}"`;
}

export function px(value: number): string {
  return `${number(value)}px`;
}

type Part = <Literal>(or: Or<Literal>, write: (literal: Literal) => string) => string;

function shadow({ inset, offsetX, offsetY, blur, spread, color }: ShadowLayer, part: Part): string {
  const lengths = [offsetX, offsetY, blur, spread].map((length) => part(length, px)).join(" ");
  return `${inset ? "inset " : ""}${lengths} ${part(color, cssColor)}`;
}

/** CSS's shorthand `font`, which holds all but the spacing of letters. */
function font({ fontWeight, fontSize, fontFamily, lineHeight, more }: Typography, part: Part): string {
  const italic = more.italic === true ? "italic " : "";
  return `${italic}${part(fontWeight, number)} ${part(fontSize, px)}/${number(lineHeight)} ${part(fontFamily, quoted)}`;
}

/** Never in scientific notation with more digits than a float of 32 bits has. */
function number(value: number): string {
  return String(Number(value.toFixed(4)));
}
