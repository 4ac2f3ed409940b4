import type { TypeStyle } from "@figma/rest-api-spec";
import type { Kiwi } from "./kiwi.ts";
import { told } from "./told.ts";

/** The words that foundries use in the names of styles, the longer before those that they contain. */
const weights: ReadonlyArray<readonly [RegExp, number]> = [
  [/thin|hairline/, 100],
  [/(extra|ultra) ?light/, 200],
  [/light/, 300],
  [/medium/, 500],
  [/(semi|demi) ?bold/, 600],
  [/(extra|ultra) ?bold/, 800],
  [/bold/, 700],
  [/black|heavy/, 900],
];

/** A font in REST's words. Its weight is in the file where Figma has set the text; otherwise its style's name tells. */
export function fontOf(
  font: Kiwi<"FontName"> | undefined,
  metrics: readonly Kiwi<"FontMetaData">[],
): Pick<TypeStyle, "fontFamily" | "fontPostScriptName" | "fontStyle" | "fontWeight" | "italic"> {
  if (font === undefined) return {};
  const known = metrics.find(({ key }) => key?.family === font.family && key?.style === font.style);
  const style = font.style.toLowerCase();
  const italic = known?.fontStyle === undefined ? /italic|oblique/.test(style) : known.fontStyle === "ITALIC";
  return {
    fontFamily: font.family,
    fontPostScriptName: font.postscript || null,
    fontStyle: font.style,
    fontWeight: known?.fontWeight || (weights.find(([name]) => name.test(style))?.[1] ?? 400),
    ...told({ italic: italic || undefined }),
  };
}
