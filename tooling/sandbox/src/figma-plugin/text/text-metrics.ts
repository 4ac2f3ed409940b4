import type { NodeRecord } from "../file/node-record.ts";
import { type LetterStyle, lettersOf, runsOf } from "./text-runs.ts";

/** Advance widths of U+0020 to U+007E in thousandths of an em, as Liberation Sans (which has Arial's) has them. */
const widths = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
  556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833,
  722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556,
  556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334,
  260, 334, 584,
];

export interface Line {
  readonly text: string;
  /** The index of its first letter in the text. */
  readonly start: number;
  readonly width: number;
  readonly height: number;
}

function isBold({ style }: LetterStyle["fontName"]): boolean {
  return /bold|black|heavy|semi/i.test(style);
}

function letterWidth(letter: string, style: LetterStyle): number {
  const code = letter.charCodeAt(0);
  const em = widths[code - 32] ?? (code > 0x2e80 ? 1000 : 556);
  const spacing =
    style.letterSpacing.unit === "PERCENT"
      ? (style.fontSize * style.letterSpacing.value) / 100
      : style.letterSpacing.value;
  return (em / 1000) * style.fontSize * (isBold(style.fontName) ? 1.06 : 1) + spacing;
}

export function lineHeightOf({ lineHeight, fontSize }: LetterStyle): number {
  if (lineHeight.unit === "AUTO") return Math.round(fontSize * 1.21);
  return lineHeight.unit === "PERCENT" ? (fontSize * lineHeight.value) / 100 : lineHeight.value;
}

/** Breaks a text into lines: at line ends, and at spaces where a width is given. */
export function linesOf(node: NodeRecord, width?: number): readonly Line[] {
  const letters = lettersOf(node);
  const styles = runsOf(node).flatMap(({ length, style }) => new Array<LetterStyle>(length).fill(style));
  const fallback = runsOf(node)[0]?.style;
  const lines: Line[] = [];
  let start = 0;
  for (const paragraph of letters.split(/\r\n|[\n\u2028\u2029]/)) {
    lines.push(...paragraphLines(paragraph, start, styles, fallback, width));
    start += paragraph.length + 1;
  }
  return lines;
}

function paragraphLines(
  paragraph: string,
  offset: number,
  styles: readonly LetterStyle[],
  fallback: LetterStyle | undefined,
  most = Number.POSITIVE_INFINITY,
): Line[] {
  const lines: Line[] = [];
  let begin = 0;
  let width = 0;
  let height = 0;
  const end = (to: number) => {
    const first = styles[offset + begin] ?? fallback;
    const text = paragraph.slice(begin, to);
    lines.push({ text, start: offset + begin, width, height: height || (first ? lineHeightOf(first) : 0) });
    begin = to;
    width = 0;
    height = 0;
  };
  for (const [word, at] of wordsOf(paragraph)) {
    let wide = 0;
    let high = 0;
    for (let i = 0; i < word.length; i++) {
      const style = styles[offset + at + i] ?? fallback;
      if (!style) continue;
      wide += letterWidth(word[i] ?? " ", style);
      high = Math.max(high, lineHeightOf(style));
    }
    if (width > 0 && width + wide > most + 0.01 && word.trim() !== "") end(at);
    width += wide;
    height = Math.max(height, high);
  }
  end(paragraph.length);
  return lines;
}

function* wordsOf(paragraph: string): Generator<[string, number]> {
  for (const match of paragraph.matchAll(/\S+|\s+/g)) yield [match[0], match.index];
}

/** The size that a text takes of itself, within a width where it is to wrap. */
export function textSize(node: NodeRecord, width?: number): { width: number; height: number } {
  const lines = linesOf(node, width);
  return {
    width: Math.max(0, ...lines.map((line) => Math.ceil(line.width))),
    height: Math.round(lines.reduce((sum, line) => sum + line.height, 0)),
  };
}
