import type { Node } from "jsonc-parser";
import { lineBefore, restOfLine } from "./layout.ts";

/** The text without a property of one of its objects, with the lines it stood on and a comment behind it. */
export function takeProperty(text: string, object: Node, key: string): string {
  const properties = object.children ?? [];
  const index = properties.findIndex((property) => property.children?.[0]?.value === key);
  const property = properties[index];
  if (property === undefined) return text;
  const end = property.offset + property.length;
  const comma = commaBehind(text, end);
  const isLast = index === properties.length - 1;
  const cut = cutOf(text, property.offset, comma ?? end);
  const without = `${text.slice(0, cut.start)}${text.slice(cut.end)}`;
  const before = properties[index - 1];
  // No comma may be the last thing in an object, unless the file has it so.
  if (!isLast || comma !== undefined || before === undefined) return without;
  const place = before.offset + before.length;
  const left = commaBehind(text, place);
  return left === undefined ? without : `${without.slice(0, left - 1)}${without.slice(left)}`;
}

/** Where the comma behind a place ends; undefined where none follows. */
function commaBehind(text: string, place: number): number | undefined {
  const gap = /^(?:\s|\/\/[^\n]*\n|\/\*[\s\S]*?\*\/)*,/.exec(text.slice(place))?.[0];
  return gap === undefined ? undefined : place + gap.length;
}

/** Whole lines where nothing else stands on them. */
function cutOf(text: string, start: number, end: number): { readonly start: number; readonly end: number } {
  const lead = lineBefore(text, start);
  const rest = restOfLine(text, end);
  const isAtEnd = end + rest.length === text.length || /^\r?\n/.test(text.slice(end + rest.length));
  if (!/^[ \t]*$/.test(lead) || !isAtEnd)
    return { start, end: end + (/^[ \t]+/.exec(text.slice(end))?.[0].length ?? 0) };
  const lineEnd = /^\r?\n/.exec(text.slice(end + rest.length))?.[0].length ?? 0;
  return { start: start - lead.length, end: end + rest.length + lineEnd };
}
