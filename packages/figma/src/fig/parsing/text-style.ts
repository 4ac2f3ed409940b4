import type { TypeStyle } from "@figma/rest-api-spec";
import { finite } from "./finite.ts";
import { fontOf } from "./font.ts";
import { guidText } from "./guid-text.ts";
import type { Kiwi, KiwiNode } from "./kiwi.ts";
import { told, unless } from "./told.ts";
import { sameWord } from "./translate.ts";

type Metrics = readonly Kiwi<"FontMetaData">[];

const usualSize = 12;
/** What a line takes where the file does not say what the font asks for, in parts of its size. */
const usualLine = 1.21;

const cases = ["UPPER", "LOWER", "TITLE", "SMALL_CAPS", "SMALL_CAPS_FORCED"] as const;

/**
 * How text is set. A run's style says only what differs from the text's, and REST says it likewise.
 *
 * @param around the style of the text as a whole, where this is one of a run in it
 */
export function textStyleOf(node: KiwiNode, metrics: Metrics, around?: KiwiNode): TypeStyle {
  const size = finite(node.fontSize ?? around?.fontSize, usualSize);
  const has = (...fields: Array<keyof KiwiNode>) =>
    around === undefined || fields.some((field) => node[field] !== undefined);
  return {
    ...(has("fontName") ? fontOf(node.fontName, metrics) : {}),
    ...(has("fontSize") ? { fontSize: size } : {}),
    ...(has("letterSpacing", "fontSize")
      ? { letterSpacing: spacingOf(node.letterSpacing ?? around?.letterSpacing, size) }
      : {}),
    ...(has("lineHeight", "fontSize", "fontName") ? lineHeightOf({ ...around, ...node }, size, metrics) : {}),
    ...(around === undefined ? blockOf(node) : {}),
    ...told({
      textCase: sameWord(cases, node.textCase),
      textDecoration: sameWord(["STRIKETHROUGH", "UNDERLINE"], node.textDecoration),
      hyperlink: hyperlinkOf(node.hyperlink),
      opentypeFlags: flagsOf(node),
      isOverrideOverTextStyle: unless(false, node.isOverrideOverTextStyle),
      semanticWeight: sameWord(["BOLD"], node.semanticWeight),
      semanticItalic: sameWord(["ITALIC"], node.semanticItalic),
    }),
  };
}

/** What a text has as a whole. */
function blockOf(node: KiwiNode): TypeStyle {
  return {
    textAlignHorizontal: sameWord(["LEFT", "RIGHT", "CENTER", "JUSTIFIED"], node.textAlignHorizontal) ?? "LEFT",
    textAlignVertical: sameWord(["TOP", "CENTER", "BOTTOM"], node.textAlignVertical) ?? "TOP",
    ...told({
      textAutoResize: sameWord(["WIDTH_AND_HEIGHT", "HEIGHT"], node.textAutoResize),
      textTruncation: sameWord(["ENDING"], node.textTruncation),
      maxLines: node.textTruncation === "ENDING" && node.maxLines ? node.maxLines : undefined,
      paragraphSpacing: unless(0, finite(node.paragraphSpacing, 0)),
      paragraphIndent: unless(0, finite(node.paragraphIndent, 0)),
      listSpacing: unless(0, finite(node.listSpacing, 0)),
    }),
  };
}

function spacingOf(spacing: Kiwi<"Number"> | undefined, size: number): number {
  const value = finite(spacing?.value, 0);
  return spacing?.units === "PERCENT" ? (value / 100) * size : value;
}

/** `RAW` is a multiple of the font's size, `PERCENT` one of the line that the font asks for. */
function lineHeightOf({ lineHeight, fontName }: KiwiNode, size: number, metrics: Metrics): TypeStyle {
  const line = finite(metricsOf(fontName, metrics)?.fontLineHeight, 0) || usualLine;
  const asked = line * size;
  const value = finite(lineHeight?.value, 100);
  if (lineHeight?.units === "PIXELS" || lineHeight?.units === "RAW") {
    const pixels = lineHeight.units === "RAW" ? value * size : value;
    return {
      lineHeightPx: pixels,
      ...(asked === 0 ? {} : { lineHeightPercent: (pixels / asked) * 100 }),
      ...(size === 0 ? {} : { lineHeightPercentFontSize: (pixels / size) * 100 }),
      lineHeightUnit: lineHeight.units === "RAW" ? "FONT_SIZE_%" : "PIXELS",
    };
  }
  return { lineHeightPx: (asked * value) / 100, lineHeightPercent: value, lineHeightUnit: "INTRINSIC_%" };
}

function metricsOf(font: Kiwi<"FontName"> | undefined, metrics: Metrics): Kiwi<"FontMetaData"> | undefined {
  return metrics.find(({ key }) => key?.family === font?.family && key?.style === font?.style);
}

function hyperlinkOf(link: Kiwi<"Hyperlink"> | undefined): TypeStyle["hyperlink"] {
  if (link?.url) return { type: "URL", url: link.url };
  return link?.guid && { type: "NODE", nodeID: guidText(link.guid) };
}

function flagsOf({ toggledOnOTFeatures = [], toggledOffOTFeatures = [] }: KiwiNode): TypeStyle["opentypeFlags"] {
  const flags = [
    ...toggledOnOTFeatures.map((feature) => [feature ?? "", 1] as const),
    ...toggledOffOTFeatures.map((feature) => [feature ?? "", 0] as const),
  ];
  return flags.length === 0 ? undefined : Object.fromEntries(flags);
}
