import { setTimeout } from "node:timers/promises";
import { lockFile } from "@drawbridge/core";

/** Tries, and milliseconds between them. */
const [mostTries, pause] = [100, 50];

/** Does a piece of work that only one process does at a time. Throws when another is at it for too long. */
export async function whileLocked(file: string, work: () => Promise<void>): Promise<void> {
  const lock = await take(file);
  try {
    await work();
  } finally {
    lock.release();
  }
}

async function take(file: string): Promise<ReturnType<typeof lockFile>> {
  for (let tries = 1; ; tries += 1) {
    try {
      return lockFile(file);
    } catch (error) {
      // What the system refuses it refuses the next time too.
      if (tries === mostTries || (error as NodeJS.ErrnoException).code !== undefined) throw error;
      await setTimeout(pause);
    }
  }
}
