import type { Effect, VariableAlias } from "@figma/rest-api-spec";
import { colorText } from "./color-text.ts";
import { lowerWords } from "./lower-words.ts";
import { numberText } from "./number-text.ts";
import type { PaintText } from "./paint-text.ts";
import type { SharedValue } from "./style-table.ts";

type Shadow = Extract<Effect, { offset: unknown }>;
type Blur = Extract<Effect, { type: "LAYER_BLUR" | "BACKGROUND_BLUR" }>;
type Noise = Extract<Effect, { type: "NOISE" }>;
type Texture = Extract<Effect, { type: "TEXTURE" }>;

/** Effects that show: shadows as CSS's box-shadow (x y blur spread color), blurs, textures, noise. Undefined where none shows. */
export function effectText(
  effects: readonly Effect[] | undefined,
  variable: (alias: VariableAlias) => SharedValue,
): PaintText | undefined {
  if (!Array.isArray(effects)) return undefined;
  const needs: SharedValue[] = [];
  const told: string[] = [];
  for (const effect of effects as readonly Effect[]) {
    if (typeof effect !== "object" || effect === null || effect.visible === false) continue;
    told.push(oneEffect(effect) + boundText(effect, variable, needs));
  }
  return told.length === 0 ? undefined : { value: told.join(","), needs };
}

function oneEffect(effect: Effect): string {
  switch (effect.type) {
    case "DROP_SHADOW":
    case "INNER_SHADOW":
      return shadowText(effect);
    case "LAYER_BLUR":
    case "BACKGROUND_BLUR":
      return blurText(effect);
    case "TEXTURE":
      return textureText(effect);
    case "NOISE":
      return noiseText(effect);
    default:
      return String((effect as { type?: unknown }).type).toLowerCase();
  }
}

function shadowText({ type, offset, radius, spread, color, blendMode }: Shadow): string {
  const lengths = [offset?.x ?? 0, offset?.y ?? 0, radius ?? 0, spread ?? 0].map(numberText).join(" ");
  const blend = blendMode === undefined || blendMode === "NORMAL" ? "" : ` blend:${lowerWords(blendMode)}`;
  return `${type === "INNER_SHADOW" ? "inset " : ""}${lengths} ${color === undefined ? "#000" : colorText(color)}${blend}`;
}

function blurText(blur: Blur): string {
  const name = blur.type === "LAYER_BLUR" ? "blur" : "backdrop-blur";
  if (blur.blurType !== "PROGRESSIVE") return `${name}(${numberText(blur.radius)})`;
  const { startRadius, startOffset, endOffset } = blur;
  const point = ({ x, y }: { x: number; y: number }) => `${numberText(x)},${numberText(y)}`;
  return `${name}(${numberText(startRadius)} at ${point(startOffset)} to ${numberText(blur.radius)} at ${point(endOffset)})`;
}

function textureText({ noiseSize, radius, clipToShape }: Texture): string {
  return `texture(${numberText(noiseSize)} radius:${numberText(radius)}${clipToShape ? " clip" : ""})`;
}

function noiseText(noise: Noise): string {
  const { noiseType, color, noiseSize, density } = noise;
  const second = noise.noiseType === "DUOTONE" ? `,${colorText(noise.secondaryColor)}` : "";
  const opacity = noise.noiseType === "MULTITONE" ? ` opacity:${numberText(noise.opacity)}` : "";
  const blend =
    noise.blendMode === undefined || noise.blendMode === "NORMAL" ? "" : ` blend:${lowerWords(noise.blendMode)}`;
  return `noise(${lowerWords(noiseType)} ${colorText(color)}${second} ${numberText(noiseSize)} density:${numberText(density)}${opacity}${blend})`;
}

function boundText(effect: Effect, variable: (alias: VariableAlias) => SharedValue, needs: SharedValue[]): string {
  if (!("boundVariables" in effect) || effect.boundVariables === undefined) return "";
  const bound = Object.entries(effect.boundVariables as Record<string, VariableAlias>).map(([field, alias]) => {
    const shared = variable(alias);
    needs.push(shared);
    return `${field}=${shared.label}`;
  });
  return bound.length === 0 ? "" : `(${bound.join(",")})`;
}
