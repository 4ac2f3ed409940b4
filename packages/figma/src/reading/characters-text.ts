import type { Hyperlink, Paint, TypeStyle } from "@figma/rest-api-spec";
import type { Layer } from "../outline/layer.ts";
import { fontText } from "./font-text.ts";
import { lowerWords } from "./lower-words.ts";
import { numberText } from "./number-text.ts";
import { quoted } from "./quoted.ts";

/** What of a piece is shown to tell which it is. */
const longestPiece = 60;

/** How a text stands in its box, and where it ends. */
export function alignmentText({ style }: Layer): string {
  if (!style) return "";
  const across = style.textAlignHorizontal;
  const down = style.textAlignVertical;
  const words: string[] = [];
  if (across !== undefined && across !== "LEFT") words.push(across === "JUSTIFIED" ? "justify" : across.toLowerCase());
  if (down !== undefined && down !== "TOP") words.push(down === "CENTER" ? "middle" : "bottom");
  let text = words.length === 0 ? "" : ` align:${words.join(",")}`;
  if ("textTruncation" in style && style.textTruncation === "ENDING") {
    text += style.maxLines === undefined ? " truncate" : ` truncate:${numberText(style.maxLines)}`;
  }
  return text + linkText(style.hyperlink);
}

/** A link of a text or of a piece of it, to an address or to a layer. */
function linkText(hyperlink: Hyperlink | undefined): string {
  if (!hyperlink) return "";
  const target = hyperlink.type === "NODE" ? hyperlink.nodeID : hyperlink.url;
  return target === undefined ? "" : ` link:${quoted(target)}`;
}

/** Pieces of a text that differ from the rest, `start+length "piece" how`, and which of its lines are items of a list. */
export function runsText(layer: Layer, paintOf: (paints: readonly Paint[]) => string | undefined): string {
  const { characters = "", characterStyleOverrides, styleOverrideTable } = layer;
  const runs: string[] = [];
  const overrides = Array.isArray(characterStyleOverrides) ? characterStyleOverrides : [];
  let start = 0;
  while (start < overrides.length) {
    const id = overrides[start] ?? 0;
    let end = start + 1;
    while (end < overrides.length && overrides[end] === id) end += 1;
    const style = id === 0 ? undefined : (styleOverrideTable?.[id] as Partial<TypeStyle> | undefined);
    if (style !== undefined) {
      runs.push(runText(characters.slice(start, end), start, changesOf(style, layer.style ?? {}), paintOf));
    }
    start = end;
  }
  return `${runs.length === 0 ? "" : ` runs:[${runs.join("; ")}]`}${listText(layer)}`;
}

const sizes = ["fontSize", "lineHeightPx", "lineHeightPercentFontSize", "lineHeightUnit"] as const;

/** What of a piece's style is another than the whole text's: the API repeats there what stays as it is. Size and line height go together. */
function changesOf(style: Partial<TypeStyle>, whole: Partial<TypeStyle>): Partial<TypeStyle> {
  const changes = Object.fromEntries(
    Object.entries(style).filter(([field, value]) => value !== whole[field as keyof TypeStyle]),
  ) as Partial<TypeStyle>;
  if (!sizes.some((field) => field in changes)) return changes;
  const both = { ...whole, ...style };
  return { ...changes, ...Object.fromEntries(sizes.flatMap((field) => (field in both ? [[field, both[field]]] : []))) };
}

function runText(
  piece: string,
  start: number,
  style: Partial<TypeStyle>,
  paintOf: (paints: readonly Paint[]) => string | undefined,
): string {
  const shown = piece.length > longestPiece ? `${piece.slice(0, longestPiece)}…` : piece;
  const font = fontText(style);
  const paint = style.fills === undefined ? undefined : paintOf(style.fills);
  const how = `${font === "" ? "" : ` ${font}`}${paint === undefined ? "" : ` fill:${paint}`}${linkText(style.hyperlink)}`;
  return `${start}+${piece.length} ${quoted(shown)}${how}`;
}

/** Lines in turn, `ul` and `ol` with their depth, those alike counted: `lists:none,ul*3,ol2`. */
function listText({ lineTypes, lineIndentations }: Layer): string {
  if (!Array.isArray(lineTypes) || lineTypes.every((type) => type === "NONE")) return "";
  const told: string[] = [];
  let count = 0;
  for (const [index, type] of lineTypes.entries()) {
    const depth = lineIndentations?.[index] ?? 0;
    const kind = type === "ORDERED" ? "ol" : type === "UNORDERED" ? "ul" : lowerWords(type);
    const line = depth > 1 ? `${kind}${depth}` : kind;
    count = told.at(-1)?.split("*")[0] === line ? count + 1 : 1;
    if (count === 1) told.push(line);
    else told[told.length - 1] = `${line}*${count}`;
  }
  return ` lists:${told.join(",")}`;
}
