import type { Part } from "../define/content.ts";

/** The bytes of a part that are no text; undefined where there are none. */
export function partBytes(part: Part): Uint8Array | undefined {
  if ("media" in part) return part.media;
  return "resource" in part && typeof part.resource.body !== "string" ? part.resource.body : undefined;
}
