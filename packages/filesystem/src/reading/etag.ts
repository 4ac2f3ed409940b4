import type { BigIntStats } from "node:fs";
import { sha256 } from "@drawbridge/core";

/** Files above this have an etag of their identity, size and times: hashing them would take too long for one page. */
export const largestHashed = 8 * 1024 * 1024;

/** The etag of a file up to `largestHashed`. */
export function contentEtag(content: Buffer): string {
  return sha256(content).slice(0, 32);
}

/** The etag of a larger file. */
export function metadataEtag({ dev, ino, size, mtimeNs, ctimeNs }: BigIntStats): string {
  return `m-${sha256([dev, ino, size, mtimeNs, ctimeNs].join(":")).slice(0, 32)}`;
}
