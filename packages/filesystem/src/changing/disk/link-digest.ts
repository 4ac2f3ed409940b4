import { sha256 } from "@drawbridge/core";

/** Tells where a link leads, and that it is a link. */
export function linkDigest(target: string): string {
  return `link:${sha256(target)}`;
}
