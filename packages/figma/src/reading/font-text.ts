import type { TypeStyle } from "@figma/rest-api-spec";
import { numberText } from "./number-text.ts";

const cases: Readonly<Record<string, string>> = {
  UPPER: "uppercase",
  LOWER: "lowercase",
  TITLE: "capitalize",
  SMALL_CAPS: "small-caps",
  SMALL_CAPS_FORCED: "all-small-caps",
};

/** A text style as CSS's `font` has it (family weight size/line height), and what belongs to it. Only what is given is told. */
export function fontText(style: Partial<TypeStyle>): string {
  const { fontFamily, fontWeight, fontSize, italic, letterSpacing, textCase, textDecoration } = style;
  let text = fontFamily ?? "";
  if (fontWeight !== undefined) text += ` ${fontWeight}`;
  if (italic) text += " italic";
  if (fontSize !== undefined) text += ` ${numberText(fontSize)}${lineHeight(style)}`;
  if (letterSpacing) text += ` spacing:${numberText(letterSpacing)}`;
  if (textCase !== undefined && textCase !== "ORIGINAL") text += ` ${cases[textCase] ?? textCase.toLowerCase()}`;
  if (textDecoration === "UNDERLINE") text += " underline";
  if (textDecoration === "STRIKETHROUGH") text += " strikethrough";
  return (text + paragraphText(style)).trimStart();
}

function lineHeight({ lineHeightUnit, lineHeightPx, lineHeightPercentFontSize }: Partial<TypeStyle>): string {
  if (lineHeightUnit === "INTRINSIC_%") return "";
  if (lineHeightUnit === "FONT_SIZE_%" && lineHeightPercentFontSize !== undefined) {
    return `/${numberText(lineHeightPercentFontSize / 100)}`;
  }
  return lineHeightPx === undefined ? "" : `/${numberText(lineHeightPx)}px`;
}

function paragraphText(style: Partial<TypeStyle>): string {
  const { paragraphSpacing, paragraphIndent, listSpacing, opentypeFlags } = style;
  let text = "";
  if (paragraphSpacing) text += ` paragraph:${numberText(paragraphSpacing)}`;
  if (paragraphIndent) text += ` indent:${numberText(paragraphIndent)}`;
  if (listSpacing) text += ` list:${numberText(listSpacing)}`;
  if (!opentypeFlags) return text;
  const flags = Object.entries(opentypeFlags).map(([flag, on]) => (on ? flag : `${flag}=0`));
  return flags.length === 0 ? text : `${text} features:${flags.join(",")}`;
}
