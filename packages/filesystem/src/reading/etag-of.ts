import type { BigIntStats } from "node:fs";
import { sha256 } from "@drawbridge/core";

/** Up to here an etag is made of a file's content; above, of its identity, size and times, as nobody reads it all for that. */
export const largestHashed = 8 * 1024 * 1024;

/**
 * What changes whenever a file does.
 *
 * @param digest SHA-256 of the content, where the file is small enough to be hashed
 */
export function etagOf({ dev, ino, size, mtimeNs, ctimeNs }: BigIntStats, digest: string | undefined): string {
  if (digest !== undefined && size <= largestHashed) return digest.slice(0, 32);
  return `m-${sha256([dev, ino, size, mtimeNs, ctimeNs].join(":")).slice(0, 32)}`;
}
