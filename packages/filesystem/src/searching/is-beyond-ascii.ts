import { readVisible } from "@drawbridge/core";
import type { WantedPattern } from "./pattern-arguments.ts";

/** Whether a pattern has characters that not all encodings write alike. */
export function isBeyondAscii({ pattern, regex }: Pick<WantedPattern, "pattern" | "regex">): boolean {
  const meant = readVisible(pattern);
  return /[^\0-\x7f]/.test(meant) || (regex && /\\[xuU]/.test(meant));
}
