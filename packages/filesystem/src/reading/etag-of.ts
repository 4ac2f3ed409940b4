import type { BigIntStats } from "node:fs";
import { sha256 } from "@drawbridge/core";

/** Up to here an etag is made of a file's content; above, of its identity, size and times, as nobody reads it all for that. */
export const largestHashed = 8 * 1024 * 1024;

/** What changes whenever a file does. */
export function etagOf({ dev, ino, size, mtimeNs, ctimeNs }: BigIntStats, content: Uint8Array | undefined): string {
  if (content !== undefined && content.length <= largestHashed) return sha256(content).slice(0, 32);
  return `m-${sha256([dev, ino, size, mtimeNs, ctimeNs].join(":")).slice(0, 32)}`;
}
