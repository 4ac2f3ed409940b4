import { join } from "node:path";
import { userFolder } from "@drawbridge/core";

/** Where answers are kept on disk. Undefined for a user without a home. */
export function cacheFolder(): string | undefined {
  const base = userFolder("cache");
  return base === undefined ? undefined : join(base, "drawbridge", "github", "answers");
}
