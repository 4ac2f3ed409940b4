import type { GradientPaint, ImagePaint, Paint, PatternPaint, RGBA, VariableAlias } from "@figma/rest-api-spec";
import { colorText } from "./color-text.ts";
import { gradientText, type PaintedSize } from "./gradient-text.ts";
import { numberText } from "./number-text.ts";
import type { SharedValue } from "./style-table.ts";

/** What a paint refers to: told elsewhere under a label, which is what stands in the paint's text. */
export interface PaintReferences {
  variable(alias: VariableAlias): SharedValue;
  image(reference: string): SharedValue;
}

/** Paints that the specification does not name: the API answers them too. */
interface OtherPaint {
  readonly type: string;
  readonly opacity?: number;
  readonly blendMode?: string;
  readonly videoRef?: string;
  readonly imageRef?: string;
}

/** What a text of paints says, and the labels in it. */
export interface PaintText {
  readonly value: string;
  readonly needs: readonly SharedValue[];
}

/** Paints that show, the topmost first as in CSS: colors, gradients, images, patterns, each with its blend mode. Undefined where none shows. */
export function paintText(
  paints: readonly Paint[] | undefined,
  size: PaintedSize | undefined,
  references: PaintReferences,
): PaintText | undefined {
  if (!Array.isArray(paints)) return undefined;
  const needs: SharedValue[] = [];
  let value = "";
  for (let index = paints.length - 1; index >= 0; index -= 1) {
    const paint: Paint = paints[index];
    if (typeof paint !== "object" || paint === null || paint.visible === false) continue;
    value += (value === "" ? "" : ",") + onePaint(paint, size, references, needs) + blendText(paint.blendMode);
  }
  return value === "" ? undefined : { value, needs };
}

function onePaint(
  paint: Paint,
  size: PaintedSize | undefined,
  references: PaintReferences,
  needs: SharedValue[],
): string {
  const { opacity = 1 } = paint;
  const colored = (color: RGBA, alias: VariableAlias | undefined) => {
    if (alias === undefined) return colorText(color, opacity);
    const variable = references.variable(alias);
    needs.push(variable);
    return `${colorText(color, opacity)}(${variable.label})`;
  };
  switch (paint.type) {
    case "SOLID":
      return colored(paint.color ?? black, paint.boundVariables?.color);
    case "GRADIENT_LINEAR":
    case "GRADIENT_RADIAL":
    case "GRADIENT_ANGULAR":
    case "GRADIENT_DIAMOND":
      return gradientText(paint as GradientPaint, size, (stop) => colored(stop.color, stop.boundVariables?.color));
    case "IMAGE":
      return imageText(paint, references, needs);
    case "PATTERN":
      return patternText(paint);
    default:
      return otherText(paint as OtherPaint, references, needs);
  }
}

const black: RGBA = { r: 0, g: 0, b: 0, a: 1 };

const fits: Readonly<Record<string, string>> = { FILL: "cover", FIT: "contain", TILE: "tile", STRETCH: "crop" };

/** A crop is what of the picture shows, in percent: left, top, width, height. */
function imageText(paint: ImagePaint, references: PaintReferences, needs: SharedValue[]): string {
  const image = references.image(paint.gifRef ?? paint.imageRef ?? "unknown");
  needs.push(image);
  const { scaleMode, imageTransform, scalingFactor, rotation, filters, opacity } = paint;
  let text = `image(${image.label} ${fits[scaleMode] ?? String(scaleMode).toLowerCase()}`;
  if (scaleMode === "STRETCH" && Array.isArray(imageTransform)) text += ` ${cropText(imageTransform)}`;
  if (scaleMode === "TILE" && scalingFactor !== undefined) text += ` x${numberText(scalingFactor)}`;
  if (rotation) text += ` rotate:${numberText(rotation)}deg`;
  if (paint.gifRef !== undefined) text += " gif";
  for (const [filter, strength] of Object.entries(filters ?? {})) {
    if (strength) text += ` ${filter}:${numberText(strength)}`;
  }
  return `${text}${opacityText(opacity)})`;
}

function cropText([across = [], down = []]: readonly number[][]): string {
  const part = (value: number | undefined) => `${numberText((value ?? 0) * 100)}%`;
  const box = [part(across[2]), part(down[2]), part(across[0] ?? 1), part(down[1] ?? 1)].join(",");
  const isTurned = Boolean(across[1] || down[0]);
  return isTurned ? `${box} turned ${[across[1], down[0]].map((value) => numberText(value ?? 0)).join(",")}` : box;
}

function patternText(paint: PatternPaint): string {
  const { sourceNodeId, tileType, scalingFactor, spacing, horizontalAlignment, verticalAlignment, opacity } = paint;
  const told = [
    `pattern(${sourceNodeId}`,
    tileType?.toLowerCase().replaceAll("_", "-"),
    scalingFactor === undefined || scalingFactor === 1 ? "" : `x${numberText(scalingFactor)}`,
    spacing?.x || spacing?.y ? `gap:${numberText(spacing.x)},${numberText(spacing.y)}` : "",
    [horizontalAlignment, verticalAlignment].filter(Boolean).join(",").toLowerCase(),
  ];
  return `${told.filter(Boolean).join(" ")}${opacityText(opacity)})`;
}

function otherText(
  { type, opacity, videoRef, imageRef }: OtherPaint,
  references: PaintReferences,
  needs: SharedValue[],
) {
  const reference = videoRef ?? imageRef;
  const name = String(type).toLowerCase().replaceAll("_", "-");
  if (reference === undefined) return `${name}(${opacityText(opacity).trim()})`;
  const file = references.image(reference);
  needs.push(file);
  return `${name}(${file.label}${opacityText(opacity)})`;
}

function opacityText(opacity: number | undefined): string {
  return opacity === undefined || opacity === 1 ? "" : ` opacity:${numberText(opacity)}`;
}

function blendText(mode: string | undefined): string {
  if (mode === undefined || mode === "NORMAL" || mode === "PASS_THROUGH") return "";
  return ` blend:${mode.toLowerCase().replaceAll("_", "-")}`;
}
