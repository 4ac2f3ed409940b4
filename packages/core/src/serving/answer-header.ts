import type { Facts } from "../define/content.ts";

/** Facts as they stand above a text, on one line: `[path: a.md | lines: 3]`; nothing where none is known. */
export function answerHeader(facts: Facts): string {
  const shown: string[] = [];
  for (const name in facts) {
    const value = facts[name];
    if (value !== undefined) shown.push(`${name}: ${inHeader(`${value}`)}`);
  }
  return shown.length === 0 ? "" : `[${shown.join(" | ")}]`;
}

/** A fact such as a file's name could pass for other facts, for the end of the header, or with a line end for what follows. */
function inHeader(value: string): string {
  if (!/[|\]"\t\n\r]/.test(value)) return value;
  return /[|\]"]/.test(value) ? JSON.stringify(oneLine(value)) : oneLine(value);
}

function oneLine(value: string): string {
  return value.replace(/[\t\n\r]/g, (end) => `⟦U+${end.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}⟧`);
}
