import type { Watch, WatchListener } from "@drawbridge/core";
import type { Files } from "../files.ts";
import { fileState } from "./file-state.ts";

/** Milliseconds between two looks at a file. */
const interval = 500;

/** Looking at all watched files takes at most one part in so many of the time, however slow the disk: they are then looked at more rarely. */
const share = 10;

/** How many files this process watches. */
let watched = 0;

/**
 * Watches one file by looking at its facts again and again, each time from the root on. The system's own notices are
 * of an inode: they miss a folder on the way that is renamed or swapped, and many network disks send none.
 *
 * @param path as the person's system has it, without visible escapes
 */
export function watchFile(files: Files, path: string, listener: WatchListener): Watch {
  let state = fileState(files, path);
  let timer = setTimeout(look, interval).unref();
  watched += 1;

  function look(): void {
    const started = performance.now();
    try {
      const now = fileState(files, path);
      if (now !== state) listener.changed();
      state = now;
    } catch (error) {
      listener.failed(error);
      return;
    }
    const cost = performance.now() - started;
    timer = setTimeout(look, Math.max(interval, cost * watched * share)).unref();
  }

  return {
    close() {
      clearTimeout(timer);
      watched -= 1;
    },
  };
}
