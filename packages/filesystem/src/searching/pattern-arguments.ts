import { readVisible } from "@drawbridge/core";
import { invalidPattern } from "./invalid-pattern.ts";

/** What is searched for, as a caller asks for it. */
export interface WantedPattern {
  readonly pattern: string;
  readonly regex: boolean;
  readonly case: boolean | "sensitive" | "insensitive" | "smart";
}

/** Memory that an expression, and the automaton made of it, may take: without these it could be a gigabyte. */
const mostMemory = "10M";

/**
 * ripgrep's arguments for a pattern. Its expressions take time in proportion to the text, whatever they are.
 *
 * @throws ConnectorError `invalid_input` for what no line can hold
 */
export function patternArguments({ pattern, regex, case: matchCase }: WantedPattern): string[] {
  const meant = readVisible(pattern);
  if (meant.includes("\0")) throw invalidPattern("it has a NUL byte, which no text has.");
  if (/[\n\r]/.test(meant))
    throw invalidPattern("it has a line end, and is looked for within lines. Give one line of it.");
  return [
    caseFlag(matchCase),
    ...(regex ? [] : ["--fixed-strings"]),
    `--regex-size-limit=${mostMemory}`,
    `--dfa-size-limit=${mostMemory}`,
    `--regexp=${meant}`,
  ];
}

function caseFlag(matchCase: WantedPattern["case"]): string {
  if (matchCase === "smart") return "--smart-case";
  return matchCase === true || matchCase === "sensitive" ? "--case-sensitive" : "--ignore-case";
}
