import { rmSync } from "node:fs";
import { processStart } from "./process-start.ts";
import { readLock } from "./read-lock.ts";
import { takeLock } from "./take-lock.ts";

/**
 * Keeps a file for this process: two that append to one chain would break it. The lock is a file beside it that names
 * the process; one that was left by a process which is gone is taken over. Throws when another holds it. It knows the
 * processes of this machine: servers on several that share a folder need a file each.
 */
export function lockFile(file: string): { release(): void } {
  const lock = `${file}.lock`;
  const text = `${process.pid} ${processStart(process.pid)} ${Date.now().toString(36)}${process.hrtime.bigint().toString(36)}`;
  takeLock(lock, text);
  const release = () => {
    if (readLock(lock)?.text === text) rmSync(lock, { force: true });
  };
  process.once("exit", release);
  return {
    release() {
      process.off("exit", release);
      release();
    },
  };
}
