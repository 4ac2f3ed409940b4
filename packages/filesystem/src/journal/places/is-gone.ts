import type { HeldDirectory } from "@drawbridge/core";

/** Whether a folder was deleted since: it stays held, and takes nothing more. */
export function isGone(folder: HeldDirectory): boolean {
  try {
    return folder.self().nlink === 0n;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return true;
    throw error;
  }
}
