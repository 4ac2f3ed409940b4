import { readdirSync } from "node:fs";

/** Whether a journal holds what a crash may have left; asked at each start, so that nothing else is loaded for it. */
export function hasUnfinished(folder: string | undefined): boolean {
  if (folder === undefined) return false;
  try {
    return readdirSync(folder).some((name) => /\.(?:new|open|clearing|undoing)$/.test(name));
  } catch {
    return false;
  }
}
