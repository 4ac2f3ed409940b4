import type { BlendMode } from "@figma/rest-api-spec";
import { sameWord } from "./translate.ts";

const blendModes: readonly BlendMode[] = [
  "PASS_THROUGH",
  "NORMAL",
  "DARKEN",
  "MULTIPLY",
  "LINEAR_BURN",
  "COLOR_BURN",
  "LIGHTEN",
  "SCREEN",
  "LINEAR_DODGE",
  "COLOR_DODGE",
  "OVERLAY",
  "SOFT_LIGHT",
  "HARD_LIGHT",
  "DIFFERENCE",
  "EXCLUSION",
  "HUE",
  "SATURATION",
  "COLOR",
  "LUMINOSITY",
];

/** How something is mixed with what lies under it; a layer passes through by itself, a paint is normal. */
export function blendModeOf(word: string | undefined, usual: BlendMode): BlendMode {
  return sameWord(blendModes, word) ?? usual;
}
