import type { NodeRecord } from "../file/node-record.ts";
import { resolvePaints } from "../styles/worn.ts";
import { weightOf } from "../text/text-members.ts";
import { lineHeightOf } from "../text/text-metrics.ts";
import { type LetterStyle, runsOf } from "../text/text-runs.ts";
import { restPaint } from "./rest-paints.ts";

function typeStyle(style: LetterStyle): Record<string, unknown> {
  const { fontName, fontSize, letterSpacing, lineHeight, textCase, textDecoration, hyperlink } = style;
  return {
    fontFamily: fontName.family,
    fontStyle: fontName.style,
    fontWeight: weightOf(fontName.style),
    italic: /italic/i.test(fontName.style),
    fontSize,
    letterSpacing: letterSpacing.unit === "PERCENT" ? (fontSize * letterSpacing.value) / 100 : letterSpacing.value,
    lineHeightPx: lineHeightOf(style),
    lineHeightUnit:
      lineHeight.unit === "AUTO" ? "INTRINSIC_%" : lineHeight.unit === "PERCENT" ? "FONT_SIZE_%" : "PIXELS",
    ...(textCase !== "ORIGINAL" && { textCase }),
    ...(textDecoration !== "NONE" && { textDecoration }),
    ...(hyperlink && { hyperlink }),
  };
}

/** The text of a node with its styles: the first run's for all, and a table of what other letters have otherwise. */
export function restText(node: NodeRecord): object {
  const runs = runsOf(node);
  const [first] = runs;
  if (!first) return {};
  const overrides: number[] = [];
  const table: Record<string, object> = {};
  const keys = new Map([[JSON.stringify(first.style), 0]]);
  for (const { length, style } of runs) {
    const text = JSON.stringify(style);
    const number = keys.get(text) ?? keys.size;
    if (!keys.has(text)) {
      keys.set(text, number);
      table[number] = { ...typeStyle(style), fills: resolvePaints(node.file, node, style.fills).map(restPaint) };
    }
    for (let at = 0; at < length; at++) overrides.push(number);
  }
  while (overrides.at(-1) === 0) overrides.pop();
  return {
    characters: (node.effective("characters") as string | undefined) ?? "",
    style: {
      ...typeStyle(first.style),
      textAlignHorizontal: node.get("textAlignHorizontal") ?? "LEFT",
      textAlignVertical: node.get("textAlignVertical") ?? "TOP",
      textAutoResize: node.get("textAutoResize") ?? "WIDTH_AND_HEIGHT",
    },
    characterStyleOverrides: overrides,
    styleOverrideTable: table,
  };
}
