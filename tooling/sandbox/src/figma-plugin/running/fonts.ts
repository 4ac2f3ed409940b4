import type { FontName } from "@figma/plugin-typings/plugin-api-standalone.js";

const weights = ["Thin", "Extra Light", "Light", "Regular", "Medium", "Semi Bold", "Bold", "Extra Bold", "Black"];

/** The fonts that a simulated machine has, unless it is said otherwise. */
export const usualFonts: readonly FontName[] = [
  ...weights.flatMap((style) => [
    { family: "Inter", style },
    { family: "Inter", style: style === "Regular" ? "Italic" : `${style} Italic` },
  ]),
  ...["Thin", "Light", "Regular", "Medium", "Bold", "Black", "Italic"].map((style) => ({ family: "Roboto", style })),
  ...["Regular", "Italic", "Bold", "Bold Italic"].map((style) => ({ family: "Arial", style })),
  ...["Regular", "Italic", "Bold"].map((style) => ({ family: "Georgia", style })),
  ...["Regular", "Medium", "Bold"].map((style) => ({ family: "Roboto Mono", style })),
];
