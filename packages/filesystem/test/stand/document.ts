import { readFileSync } from "node:fs";

/** A document of `test/documents`, which says how they were made. */
export function document(name: string): Buffer {
  return readFileSync(new URL(`../documents/${name}`, import.meta.url));
}
