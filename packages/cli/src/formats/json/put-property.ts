import type { Node } from "jsonc-parser";
import { type Layout, layoutAt, restOfLine } from "./layout.ts";

/**
 * The text with a property set in one of its objects: a value that is there is replaced, and what is new comes last. No
 * other character is touched, but for the comma that has to stand before a new one.
 */
export function putProperty(text: string, object: Node, key: string, value: unknown): string {
  const layout = layoutAt(text, object);
  const before = propertiesOf(object).find((property) => property.children?.[0]?.value === key)?.children?.[1];
  if (before !== undefined) {
    const end = before.offset + before.length;
    const isLaidOut = text.slice(before.offset, end).includes("\n");
    return `${text.slice(0, before.offset)}${isLaidOut ? laidOut(value, layout) : JSON.stringify(value)}${text.slice(end)}`;
  }
  const written = `${JSON.stringify(key)}: ${laidOut(value, layout)}`;
  const last = propertiesOf(object).at(-1);
  return last === undefined ? inEmpty(text, object, written, layout) : behind(text, object, last, written, layout);
}

function propertiesOf(object: Node): readonly Node[] {
  return object.children ?? [];
}

/** Comments that stand alone in it stay before what is new. */
function inEmpty(text: string, object: Node, written: string, { child, own, eol }: Layout): string {
  const close = object.offset + object.length - 1;
  const inner = text.slice(object.offset + 1, close).trimEnd();
  return `${text.slice(0, object.offset + 1)}${inner}${eol}${child}${written}${eol}${own}${text.slice(close)}`;
}

function behind(text: string, object: Node, last: Node, written: string, { child, own, eol }: Layout): string {
  const end = last.offset + last.length;
  const close = object.offset + object.length - 1;
  const [gap = "", comma = ""] = /^(?:\s|\/\/[^\n]*\n|\/\*[\s\S]*?\*\/)*(,)?/.exec(text.slice(end, close)) ?? [];
  const hasComma = comma !== "";
  const place = hasComma ? end + gap.length : end;
  const line = restOfLine(text, place);
  // The object is closed on the same line.
  const closes = place + line.length >= close;
  const rest = closes ? "" : line;
  const head = `${text.slice(0, place)}${hasComma ? "" : ","}${rest}${eol}${child}${written}${hasComma ? "," : ""}`;
  return closes ? `${head}${eol}${own}${text.slice(close)}` : `${head}${text.slice(place + rest.length)}`;
}

function laidOut(value: unknown, { child, unit, eol }: Layout): string {
  return JSON.stringify(value, null, unit).replaceAll("\n", `${eol}${child}`);
}
