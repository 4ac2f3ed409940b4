import type { BigIntStats } from "node:fs";

/** What tells one entry from another that was put in its place; of a file, also whether it was written to. */
export function identityOf(stats: BigIntStats): string {
  const { dev, ino, size, mtimeNs } = stats;
  return stats.isFile() ? [dev, ino, size, mtimeNs].join(":") : `${dev}:${ino}`;
}
