import { setTimeout } from "node:timers/promises";
import { ConnectorError, lockFile } from "@drawbridge/core";
import { changeError } from "../changing/transaction/change-error.ts";
import type { Journal } from "./journal.ts";

type Lock = ReturnType<typeof lockFile>;

/** Tries, and milliseconds between them. */
const [mostTries, pause] = [100, 50];

/** A full disk takes no lock, and taking something back may make room: twice at once is still better than not at all. */
const noRoom = ["ENOSPC", "EDQUOT"];

/** Locks that the system did not let this process leave, which has them still. */
const unreleased = new Map<string, Lock>();

/** Takes back or mends, which only one process does at a time. Throws `unavailable` when another is at it for too long. */
export async function whileLocked<T>({ folder }: Journal, work: () => Promise<T>): Promise<T> {
  const file = `${folder}/recovery`;
  const lock = unreleased.get(file) ?? (await take(file));
  try {
    return await work();
  } finally {
    release(file, lock);
  }
}

async function take(file: string): Promise<Lock | undefined> {
  for (let tries = 1; ; tries += 1) {
    try {
      return lockFile(file);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (noRoom.includes(code ?? "")) return undefined;
      // What the system refuses it refuses the next time too.
      if (code !== undefined) throw changeError(error);
      if (tries === mostTries)
        throw new ConnectorError("unavailable", "Another server takes something back right now. Call again.", {
          cause: error,
          retryAfter: 1,
        });
      await setTimeout(pause);
    }
  }
}

function release(file: string, lock: Lock | undefined): void {
  if (lock === undefined) return;
  try {
    lock.release();
    unreleased.delete(file);
  } catch {
    unreleased.set(file, lock);
  }
}
