import type { Part } from "../define/content.ts";

/** The text of a part, or of the resource in it; empty for bytes. */
export function partText(part: Part): string {
  if ("text" in part) return part.text;
  return "resource" in part && typeof part.resource.body === "string" ? part.resource.body : "";
}
