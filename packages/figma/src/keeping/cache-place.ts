import { join } from "node:path";
import { userFolder } from "@drawbridge/core";

/** Where answers and the ledger of requests are kept: the folder that was given, or the user's own. Undefined without a home. */
export function cachePlace(given: string | undefined): string | undefined {
  if (given !== undefined) return given;
  const base = userFolder("cache");
  return base === undefined ? undefined : join(base, "drawbridge", "figma");
}
