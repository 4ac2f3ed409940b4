import type { FontName, SceneNode, TextNode, TextSublayerNode } from "@figma/plugin-typings/plugin-api-standalone.js";
import type { Host } from "../host.ts";
import type { Step } from "../journal/step.ts";

type LettersStep = Extract<Step, { do: "letters" }>;

const wanted = [
  "fontName",
  "fontSize",
  "lineHeight",
  "letterSpacing",
  "textCase",
  "textDecoration",
  "fills",
  "textStyleId",
  "fillStyleId",
  "hyperlink",
] as const;

/** What holds a node's letters: a text itself, of stickies, shapes and connectors a part, of a table the part of a cell. */
export function lettersPart(
  node: SceneNode,
  cell?: readonly [number, number],
): TextNode | TextSublayerNode | undefined {
  if (node.type === "TEXT") return node;
  if (node.type === "TABLE") return cell && node.cellAt(cell[0], cell[1]).text;
  return "text" in node ? node.text : undefined;
}

/** How the letters are now, as a step back. */
export function lettersStep(
  host: Host,
  id: string,
  part: TextSublayerNode,
  cell?: readonly [number, number],
): LettersStep {
  const font = part.fontName;
  const segments = part.getStyledTextSegments([...wanted]) as LettersStep["segments"];
  const first =
    segments[0]?.fontName ?? (font === host.mixed ? { family: "Inter", style: "Regular" } : (font as FontName));
  return { do: "letters", id, ...(cell && { cell }), font: first, segments };
}

/** Sets letters back as they were, stretch by stretch. */
export async function restoreLetters(
  host: Host,
  part: TextSublayerNode,
  { font, segments }: LettersStep,
): Promise<void> {
  const fonts = new Map(
    [font, ...fontsOf(part), ...segments.map(({ fontName }) => fontName)].map((one) => [
      `${one.family}/${one.style}`,
      one,
    ]),
  );
  for (const one of fonts.values()) await host.loadFontAsync(one);
  part.characters = segments.map(({ characters }) => characters).join("");
  if (segments.length === 0) part.fontName = font;
  for (const segment of segments) await restoreSegment(part, segment);
}

async function restoreSegment(part: TextSublayerNode, segment: LettersStep["segments"][number]): Promise<void> {
  const { start, end } = segment;
  part.setRangeFontName(start, end, segment.fontName);
  part.setRangeFontSize(start, end, segment.fontSize);
  part.setRangeLineHeight(start, end, segment.lineHeight);
  part.setRangeLetterSpacing(start, end, segment.letterSpacing);
  part.setRangeTextCase(start, end, segment.textCase);
  part.setRangeTextDecoration(start, end, segment.textDecoration);
  part.setRangeFills(start, end, segment.fills);
  part.setRangeHyperlink(start, end, segment.hyperlink);
  if (segment.textStyleId !== "") await part.setRangeTextStyleIdAsync(start, end, segment.textStyleId);
  if (segment.fillStyleId !== "") await part.setRangeFillStyleIdAsync(start, end, segment.fillStyleId);
}

/** The fonts in which letters are set now. */
export function fontsOf(part: TextSublayerNode): FontName[] {
  const length = part.characters.length;
  if (length > 0) return part.getRangeAllFontNames(0, length);
  const font = part.fontName as FontName | symbol;
  return typeof font === "symbol" ? [] : [font];
}
