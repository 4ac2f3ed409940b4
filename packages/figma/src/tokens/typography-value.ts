import type { TypeStyle, VariableAlias } from "@figma/rest-api-spec";
import type { DesignNode } from "../nodes/design-node.ts";
import type { RefTo } from "./ref-to.ts";
import type { TokenValue, Typography } from "./token.ts";

/** The text style of a node as one token; undefined where it names no font. */
export function typographyValue({ style, boundVariables }: DesignNode, refTo: RefTo): TokenValue | undefined {
  if (style?.fontFamily === undefined || style.fontSize === undefined) return undefined;
  const bound = (field: string): VariableAlias | undefined => {
    const own = style.boundVariables?.[field as keyof typeof style.boundVariables] ?? boundVariables?.[field];
    return (Array.isArray(own) ? own[0] : own) as VariableAlias | undefined;
  };
  const value: Typography = {
    fontFamily: refTo(bound("fontFamily"), "fontFamily") ?? style.fontFamily,
    fontSize: refTo(bound("fontSize"), "dimension") ?? style.fontSize,
    fontWeight: refTo(bound("fontWeight"), "fontWeight") ?? Math.min(1000, Math.max(1, style.fontWeight ?? 400)),
    letterSpacing: refTo(bound("letterSpacing"), "dimension") ?? rounded(style.letterSpacing ?? 0),
    lineHeight: lineHeight(style),
    more: more(style),
  };
  return { type: "typography", value };
}

/** As a multiple of the font's size, which is what the formats hold. */
function lineHeight(style: TypeStyle): number {
  const { fontSize = 16, lineHeightPx, lineHeightPercentFontSize, lineHeightUnit } = style;
  if (lineHeightUnit === "FONT_SIZE_%" && lineHeightPercentFontSize !== undefined)
    return rounded(lineHeightPercentFontSize / 100);
  return lineHeightPx === undefined ? 1.2 : rounded(lineHeightPx / fontSize);
}

function more(style: TypeStyle): Typography["more"] {
  const { italic, textCase = "ORIGINAL", textDecoration = "NONE", paragraphSpacing = 0, paragraphIndent = 0 } = style;
  return {
    ...(italic === true ? { italic } : {}),
    ...(textCase === "ORIGINAL" ? {} : { textCase }),
    ...(textDecoration === "NONE" ? {} : { textDecoration }),
    ...(paragraphSpacing === 0 ? {} : { paragraphSpacing }),
    ...(paragraphIndent === 0 ? {} : { paragraphIndent }),
  };
}

/** Figma's are floats of 32 bits: 1.2 comes as 1.2000000476837158. */
function rounded(value: number): number {
  return Number(value.toFixed(4));
}
