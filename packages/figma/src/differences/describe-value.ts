import type { Effect, Paint } from "@figma/rest-api-spec";
import { cssColor, cssValue } from "../tokens/css-value.ts";
import { effectValue } from "../tokens/effect-value.ts";
import { paintValue } from "../tokens/paint-value.ts";

/** Characters of one value. */
const longest = 160;

/** A field's value in a few words: paints and effects as CSS has them, the rest as it is written. */
export function describeValue(field: string, value: unknown): string {
  if (value === undefined || value === null) return "none";
  if (field === "fills" || field === "strokes") return shortened((value as Paint[]).map(paint).join(", ") || "none");
  if (field === "effects") return shortened((value as Effect[]).map(effect).join(", ") || "none");
  if (isColor(value)) return cssColor(value);
  if (typeof value === "string") return shortened(value);
  if (typeof value === "number") return String(Number(value.toFixed(3)));
  return shortened(JSON.stringify(withoutBindings(value)));
}

const none = () => undefined;
const noRef = () => "";

function paint(one: Paint): string {
  const hidden = one.visible === false ? " (hidden)" : "";
  const blend = one.blendMode === undefined || one.blendMode === "NORMAL" ? "" : ` ${one.blendMode.toLowerCase()}`;
  const value = paintValue([{ ...one, visible: true }], none);
  const told = value === undefined ? one.type.toLowerCase() : cssValue(value, noRef);
  const image = "imageRef" in one ? ` ${one.imageRef.slice(0, 12)} ${one.scaleMode.toLowerCase()}` : "";
  return `${told}${image}${blend}${hidden}`;
}

function effect(one: Effect): string {
  const hidden = one.visible === false ? " (hidden)" : "";
  const value = effectValue([{ ...one, visible: true } as Effect], none);
  return `${value === undefined ? String(one.type).toLowerCase() : cssValue(value, noRef)}${hidden}`;
}

function isColor(value: unknown): value is { r: number; g: number; b: number; a: number } {
  return typeof value === "object" && value !== null && "r" in value && "g" in value && "b" in value && "a" in value;
}

function withoutBindings(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutBindings);
  if (typeof value === "number") return Number(value.toFixed(3));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== "boundVariables")
      .map(([key, part]) => [key, withoutBindings(part)]),
  );
}

function shortened(text: string): string {
  return text.length <= longest ? text : `${text.slice(0, longest).replace(/[\uD800-\uDBFF]$/, "")}…`;
}
