import type { Watch, WatchListener } from "@drawbridge/core";
import type { Files } from "../files.ts";
import { fileState } from "./file-state.ts";
import { watchState } from "./watch-state.ts";

/** Milliseconds between two looks at a file. */
const interval = 500;

/**
 * Watches one file by looking at its facts again and again, each time from the root on. The system's own notices are
 * of an inode: they miss a folder on the way that is renamed or swapped, and many network disks send none.
 *
 * @param path as the person's system has it, without visible escapes
 */
export function watchFile(files: Files, path: string, listener: WatchListener): Watch {
  return watchState(() => fileState(files, path), interval, listener);
}
