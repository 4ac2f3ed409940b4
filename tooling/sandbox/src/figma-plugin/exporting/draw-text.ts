import type { NodeRecord } from "../file/node-record.ts";
import { boxOf, type Size } from "../layout/boxes.ts";
import { resolvePaints } from "../styles/worn.ts";
import { weightOf } from "../text/text-members.ts";
import { type Line, linesOf } from "../text/text-metrics.ts";
import { type LetterStyle, runsOf, runsWithin } from "../text/text-runs.ts";
import { type Definitions, paintOpacity, paintValue } from "./svg-paints.ts";

export function escapeXml(text: string): string {
  const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
    .replace(/[&<>"]/g, (letter) => entities[letter] ?? letter);
}

/** The letters of a text node, line by line and run by run. */
export function drawText(node: NodeRecord, definitions: Definitions): string {
  const horizontal = String(node.get("textAlignHorizontal") ?? "LEFT");
  const vertical = String(node.get("textAlignVertical") ?? "TOP");
  return drawLetters(node, boxOf(node), horizontal, vertical, definitions);
}

export function drawLetters(
  node: NodeRecord,
  size: Size,
  horizontal: string,
  vertical: string,
  definitions?: Definitions,
): string {
  const wraps = node.type !== "TEXT" || (node.get("textAutoResize") ?? "WIDTH_AND_HEIGHT") !== "WIDTH_AND_HEIGHT";
  const lines = linesOf(node, wraps ? size.width : undefined);
  const height = lines.reduce((sum, line) => sum + line.height, 0);
  const free = size.height - height;
  let top = vertical === "CENTER" ? free / 2 : vertical === "BOTTOM" ? free : 0;
  return lines
    .map((line) => {
      const left =
        horizontal === "CENTER" ? (size.width - line.width) / 2 : horizontal === "RIGHT" ? size.width - line.width : 0;
      const drawn = drawLine(node, line, left, top, size, definitions);
      top += line.height;
      return drawn;
    })
    .join("");
}

function drawLine(node: NodeRecord, line: Line, x: number, top: number, size: Size, definitions?: Definitions): string {
  const spans = runsWithin(runsOf(node), line.start, line.start + line.text.length);
  const fontSize = Math.max(0, ...spans.map(({ style }) => style.fontSize));
  // Liberation Sans rises 0.905 of an em above the baseline and falls 0.212 below.
  const baseline = top + (line.height - fontSize * 1.117) / 2 + fontSize * 0.905;
  let at = 0;
  const text = spans
    .map(({ length, style }) => {
      const letters = line.text.slice(at, at + length);
      at += length;
      return `<tspan ${attributes(node, style, size, definitions)}>${escapeXml(cased(letters, style))}</tspan>`;
    })
    .join("");
  return text ? `<text xml:space="preserve" x="${x.toFixed(2)}" y="${baseline.toFixed(2)}">${text}</text>` : "";
}

function cased(letters: string, { textCase }: LetterStyle): string {
  if (textCase === "UPPER") return letters.toUpperCase();
  return textCase === "LOWER" ? letters.toLowerCase() : letters;
}

function attributes(node: NodeRecord, style: LetterStyle, size: Size, definitions?: Definitions): string {
  const [paint] = resolvePaints(node.file, node, style.fills).filter(({ visible }) => visible !== false);
  const fill =
    paint && definitions ? `${paintValue(paint, size, definitions)}"${paintOpacity(paint, "fill")}` : '#000"';
  const family = escapeXml(`${style.fontName.family}, Liberation Sans, sans-serif`);
  const decoration = { UNDERLINE: "underline", STRIKETHROUGH: "line-through", NONE: "" }[style.textDecoration];
  return [
    `font-family="${family}" font-size="${style.fontSize}" font-weight="${weightOf(style.fontName.style)}" fill="${fill}`,
    /italic/i.test(style.fontName.style) ? 'font-style="italic"' : "",
    decoration ? `text-decoration="${decoration}"` : "",
  ]
    .filter(Boolean)
    .join(" ");
}
