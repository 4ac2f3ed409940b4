import type { Node } from "jsonc-parser";

/** How a file is laid out around one of its objects. */
export interface Layout {
  /** The indentation of the line that the object begins in. */
  readonly own: string;
  /** That of its properties. */
  readonly child: string;
  /** One step of it. */
  readonly unit: string;
  readonly eol: string;
}

/** The layout around an object, from what is there. */
export function layoutAt(text: string, object: Node): Layout {
  const unit = /\n([ \t]+)\S/.exec(text)?.[1] ?? "  ";
  const own = indentationAt(text, object.offset);
  const [first] = object.children ?? [];
  const isOnOwnLine = first !== undefined && /^[ \t]*$/.test(lineBefore(text, first.offset));
  const child = isOnOwnLine ? lineBefore(text, first.offset) : own + unit;
  const step = isOnOwnLine && child.startsWith(own) && child.length > own.length ? child.slice(own.length) : unit;
  return { own, child, unit: step, eol: text.includes("\r\n") ? "\r\n" : "\n" };
}

/** From a place to the end of its line, where nothing but blanks and comments stands there; else nothing. */
export function restOfLine(text: string, place: number): string {
  return /^(?:[ \t]|\/\*[^\n]*?\*\/)*(?:\/\/[^\r\n]*)?(?=\r?\n|$)/.exec(text.slice(place))?.[0] ?? "";
}

/** The text of a line before a place in it. */
export function lineBefore(text: string, place: number): string {
  return text.slice(text.lastIndexOf("\n", place - 1) + 1, place);
}

function indentationAt(text: string, place: number): string {
  return /^[ \t]*/.exec(lineBefore(text, place))?.[0] ?? "";
}
