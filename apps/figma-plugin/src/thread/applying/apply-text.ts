import type { LettersFields, RangeFields, TextFields } from "@drawbridge/figma/operations";
import type {
  FontName,
  LetterSpacing,
  LineHeight,
  SceneNode,
  TextSublayerNode,
} from "@figma/plugin-typings/plugin-api-standalone.js";
import { Problem } from "../problem.ts";
import { fontsOf, lettersPart, lettersStep } from "./letters.ts";
import { paintsOf } from "./paints.ts";
import type { Stage } from "./stage.ts";

export function lineHeightOf(value: number | string): LineHeight {
  if (value === "AUTO") return { unit: "AUTO" };
  if (typeof value === "number") return { unit: "PIXELS", value };
  return { unit: "PERCENT", value: Number.parseFloat(value) };
}

export function letterSpacingOf(value: number | string): LetterSpacing {
  return typeof value === "number" ? { unit: "PIXELS", value } : { unit: "PERCENT", value: Number.parseFloat(value) };
}

/** Changes the letters of a node and how they are set. */
export async function applyText(
  stage: Stage,
  node: SceneNode,
  fields: TextFields,
  cell?: readonly [number, number],
): Promise<void> {
  const part = lettersPart(node, cell);
  if (!part) {
    throw new Problem("invalid", `A ${node.type} has no text`, {
      rule: "only text layers, stickies, shapes, connectors and cells hold letters",
      mend: "Create a TEXT in it instead.",
    });
  }
  if (!stage.isOwn(node)) record(stage, node, part, cell);
  if (!stage.fonts.has(fontsOf(part))) await stage.wait(() => stage.fonts.loadOf(part));
  // The font first: letters are then written in one that is loaded, whatever they were in.
  const { characters, ranges, ...whole } = fields;
  if (node.type === "TEXT") alignText(stage, node, fields);
  const font = await fontFor(stage, part, whole);
  if (font) part.fontName = font;
  if (characters !== undefined) part.characters = characters;
  setLetters(stage, part, whole);
  for (const range of ranges ?? []) await applyRange(stage, part, range);
}

function record(stage: Stage, node: SceneNode, part: TextSublayerNode, cell?: readonly [number, number]): void {
  if (node.type === "TEXT") stage.geometry(node);
  stage.journal.push(lettersStep(stage.host, node.id, part, cell));
  for (const key of ["characters", "fontName", "fontSize", "lineHeight", "letterSpacing", "fills"] as const) {
    const target = { id: node.id, name: node.name, type: node.type };
    stage.log.changed(part === node ? node : partOf(target, part), key, part[key]);
  }
}

/** The part of a node that holds letters, under the id and name of the node. */
function partOf(target: { id: string; name: string; type: string }, part: TextSublayerNode) {
  return new Proxy(target, { get: (own, key) => Reflect.get(key in own ? own : part, key) });
}

async function fontFor(stage: Stage, part: TextSublayerNode, fields: LettersFields): Promise<FontName | undefined> {
  if (fields.family === undefined && fields.style === undefined) return undefined;
  const present = fontsOf(part)[0] ?? { family: "Inter", style: "Regular" };
  const wanted = {
    family: fields.family ?? present.family,
    style: fields.style ?? (fields.family ? "Regular" : present.style),
  };
  if (stage.fonts.has([wanted])) return stage.fonts.load(wanted);
  return stage.wait(() => stage.fonts.load(wanted));
}

function setLetters(stage: Stage, part: TextSublayerNode, fields: LettersFields): void {
  const { size, lineHeight, letterSpacing, decoration, fills, link } = fields;
  if (size !== undefined) part.fontSize = size;
  if (lineHeight !== undefined) part.lineHeight = lineHeightOf(lineHeight);
  if (letterSpacing !== undefined) part.letterSpacing = letterSpacingOf(letterSpacing);
  if (fields.case !== undefined) part.textCase = fields.case;
  if (decoration !== undefined) part.textDecoration = decoration;
  if (fills !== undefined) part.fills = paintsOf(stage, fills);
  if (link !== undefined) part.hyperlink = link === null ? null : { type: "URL", value: link };
}

async function applyRange(stage: Stage, part: TextSublayerNode, range: RangeFields): Promise<void> {
  const { start, end, set } = range;
  const { size, lineHeight, letterSpacing, decoration, fills, link } = set;
  if (end <= start || end > part.characters.length) {
    throw new Problem(
      "invalid",
      `The range ${start} to ${end} is not in the text, which has ${part.characters.length} characters`,
      {
        rule: "ranges lie inside the text",
        mend: "Count characters from 0; end is the first one that is left out.",
      },
    );
  }
  const font = await fontFor(stage, part, set);
  if (font) part.setRangeFontName(start, end, font);
  if (size !== undefined) part.setRangeFontSize(start, end, size);
  if (lineHeight !== undefined) part.setRangeLineHeight(start, end, lineHeightOf(lineHeight));
  if (letterSpacing !== undefined) part.setRangeLetterSpacing(start, end, letterSpacingOf(letterSpacing));
  if (set.case !== undefined) part.setRangeTextCase(start, end, set.case);
  if (decoration !== undefined) part.setRangeTextDecoration(start, end, decoration);
  if (fills !== undefined) part.setRangeFills(start, end, paintsOf(stage, fills));
  if (link !== undefined) part.setRangeHyperlink(start, end, link === null ? null : { type: "URL", value: link });
}

function alignText(stage: Stage, node: Extract<SceneNode, { type: "TEXT" }>, fields: TextFields): void {
  const { align, verticalAlign, autoResize, maxLines } = fields;
  if (align !== undefined) stage.set(node, "textAlignHorizontal", align);
  if (verticalAlign !== undefined) stage.set(node, "textAlignVertical", verticalAlign);
  if (autoResize !== undefined) stage.set(node, "textAutoResize", autoResize);
  if (maxLines === undefined) return;
  stage.set(node, "maxLines", maxLines);
  stage.set(node, "textTruncation", maxLines === null ? "DISABLED" : "ENDING");
}
