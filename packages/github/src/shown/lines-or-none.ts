import type { Content } from "@drawbridge/core";

/** Lines as an answer; where there are none, in words, since an empty answer says nothing. */
export function linesOrNone(lines: readonly string[], none: string): Content {
  return { parts: [{ text: lines.length === 0 ? none : lines.join("\n") }] };
}
