import { closeSync, openSync, rmSync, writeSync } from "node:fs";
import { lockHolder } from "./lock-holder.ts";
import { processStart } from "./process-start.ts";

/**
 * Keeps a file for this process: two that append to one chain would break it. The lock is a file beside it that names
 * the process; one that was left by a process which is gone is taken over. Throws when another holds it.
 */
export function lockFile(file: string): { release(): void } {
  const lock = `${file}.lock`;
  const release = () => rmSync(lock, { force: true });
  try {
    take(lock);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    const holder = lockHolder(file);
    if (holder !== undefined) {
      throw new Error(`process ${holder} writes to it already; give each server a file of its own`);
    }
    release();
    take(lock);
  }
  process.once("exit", release);
  return {
    release() {
      process.off("exit", release);
      release();
    },
  };
}

function take(lock: string): void {
  const descriptor = openSync(lock, "wx", 0o600);
  writeSync(descriptor, `${process.pid} ${processStart(process.pid)}`);
  closeSync(descriptor);
}
