import type { Definitions } from "./definitions.ts";

/** Definitions as a file: laid out, so that the difference between two versions can be read. */
export function definitionsText(definitions: Definitions): string {
  return `${JSON.stringify(definitions, null, 2)}\n`;
}
