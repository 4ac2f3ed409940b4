import type { Effect } from "@figma/rest-api-spec";
import { blendModeOf } from "./blend-modes.ts";
import { colorOf } from "./colors.ts";
import { finite } from "./finite.ts";
import type { Kiwi } from "./kiwi.ts";
import type { Mapping } from "./mapping.ts";
import { told } from "./told.ts";
import type { Modes } from "./variable-table.ts";

type KiwiEffect = Kiwi<"Effect">;
type Mapped = (effect: KiwiEffect, mapping: Mapping, modes: Modes) => Effect;

const shadow = (effect: KiwiEffect, mapping: Mapping, modes: Modes) => ({
  visible: effect.visible !== false,
  color: colorOf(mapping.variables.valueOf(effect.colorVar, modes)?.colorValue ?? effect.color),
  blendMode: blendModeOf(effect.blendMode, "NORMAL"),
  offset: vectorOf(effect.offset),
  radius: finite(effect.radius, 0),
  ...(effect.spread ? { spread: finite(effect.spread, 0) } : {}),
  ...bound(effect, mapping),
});

const blur = (type: "LAYER_BLUR" | "BACKGROUND_BLUR") => (effect: KiwiEffect, mapping: Mapping) => {
  const base = { type, visible: effect.visible !== false, radius: finite(effect.radius, 0), ...bound(effect, mapping) };
  if (effect.blurOpType !== "PROGRESSIVE") return base;
  return {
    ...base,
    blurType: "PROGRESSIVE" as const,
    startRadius: finite(effect.startRadius, 0),
    startOffset: vectorOf(effect.startOffset),
    endOffset: vectorOf(effect.endOffset),
  };
};

/** By the file's words. What Figma's API has no word for (glass, repetition) is left out. */
const effects: Readonly<Record<string, Mapped>> = {
  DROP_SHADOW: (effect, mapping, modes) => ({
    type: "DROP_SHADOW",
    ...shadow(effect, mapping, modes),
    showShadowBehindNode: effect.showShadowBehindNode ?? false,
  }),
  INNER_SHADOW: (effect, mapping, modes) => ({ type: "INNER_SHADOW", ...shadow(effect, mapping, modes) }),
  FOREGROUND_BLUR: blur("LAYER_BLUR"),
  BACKGROUND_BLUR: blur("BACKGROUND_BLUR"),
  GRAIN: (effect) => ({
    type: "TEXTURE",
    visible: effect.visible !== false,
    noiseSize: finite(effect.noiseSize?.x, 1),
    radius: finite(effect.radius, 0),
    clipToShape: effect.clipToShape ?? false,
  }),
  NOISE: noiseOf,
};

export function effectsOf(list: readonly KiwiEffect[] | undefined, mapping: Mapping, modes: Modes): Effect[] {
  return (list ?? []).flatMap((effect) => {
    const type = effect.type ?? "";
    const mapped = Object.hasOwn(effects, type) ? effects[type]?.(effect, mapping, modes) : undefined;
    return mapped === undefined ? [] : [mapped];
  });
}

function noiseOf(effect: KiwiEffect): Effect {
  const base = {
    type: "NOISE" as const,
    visible: effect.visible !== false,
    color: colorOf(effect.color),
    blendMode: blendModeOf(effect.blendMode, "NORMAL"),
    noiseSize: finite(effect.noiseSize?.x, 1),
    density: finite(effect.density, 1),
  };
  if (effect.noiseType === "DUOTONE")
    return { ...base, noiseType: "DUOTONE" as const, secondaryColor: colorOf(effect.secondaryColor) };
  if (effect.noiseType === "MULTITONE")
    return { ...base, noiseType: "MULTITONE" as const, opacity: finite(effect.opacity, 1) };
  return { ...base, noiseType: "MONOTONE" as const };
}

function bound({ radiusVar, spreadVar, colorVar, xVar, yVar }: KiwiEffect, { variables }: Mapping) {
  const aliases = told({
    radius: variables.aliasIn(radiusVar),
    spread: variables.aliasIn(spreadVar),
    color: variables.aliasIn(colorVar),
    offsetX: variables.aliasIn(xVar),
    offsetY: variables.aliasIn(yVar),
  });
  return Object.keys(aliases).length === 0 ? {} : { boundVariables: aliases };
}

function vectorOf(vector: Kiwi<"Vector"> | undefined) {
  return { x: finite(vector?.x, 0), y: finite(vector?.y, 0) };
}
