import { closeSync, fdatasyncSync, linkSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { readLock } from "./read-lock.ts";

/** Each further try means that another process took or left the lock in that very moment. */
const mostTries = 100;

/**
 * Makes a lock file with this text, or throws when a process that runs has made it. Of all that try at once one
 * succeeds: the file appears whole, by one step that fails where there is one already, and the lock of a process that
 * is gone is replaced only by who holds a second lock, made in the same way and named after that very one.
 */
export function takeLock(lock: string, text: string): void {
  for (let tries = 0; tries < mostTries; tries += 1) {
    if (place(lock, text)) return;
    const found = readLock(lock);
    if (found === undefined) continue;
    if (found.holder !== undefined) throw heldBy(found.holder, lock);
    if (takeOver(lock, found.text, text)) return;
  }
  throw new Error(`its lock ${lock} changes hands without end; give each server a file of its own`);
}

/** Nobody but the holder of the second lock replaces the first, and it is looked at again: it may be another by now. */
function takeOver(lock: string, left: string, text: string): boolean {
  const second = `${lock}.${left.replaceAll(" ", "-")}`;
  takeLock(second, text);
  try {
    if (readLock(lock)?.text !== left) return false;
    const draft = draftOf(lock, text);
    try {
      renameSync(draft, lock);
    } finally {
      rmSync(draft, { force: true });
    }
    return readLock(lock)?.text === text;
  } finally {
    rmSync(second, { force: true });
  }
}

/** What counts is what then stands there: over a network the answer to a link that was made can get lost. */
function place(lock: string, text: string): boolean {
  const draft = draftOf(lock, text);
  try {
    linkSync(draft, lock);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") placeUnlinked(lock, text);
  } finally {
    rmSync(draft, { force: true });
  }
  return readLock(lock)?.text === text;
}

/** For a file system without hard links. A lock that is seen before its text is there counts as held. */
function placeUnlinked(lock: string, text: string): void {
  try {
    write(lock, text);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
}

function draftOf(lock: string, text: string): string {
  const draft = `${lock}.draft-${text.replaceAll(" ", "-")}`;
  write(draft, text);
  return draft;
}

/** Forced to the disk: a power failure must not leave a lock that names nobody, which nobody may take over. */
function write(path: string, text: string): void {
  const descriptor = openSync(path, "wx", 0o600);
  try {
    writeSync(descriptor, text);
    fdatasyncSync(descriptor);
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  } finally {
    closeSync(descriptor);
  }
}

function heldBy(holder: number | "unknown", lock: string): Error {
  if (holder !== "unknown")
    return new Error(`process ${holder} writes to it already; give each server a file of its own`);
  return new Error(`its lock ${lock} names no process; remove it when you know that no server writes to the file`);
}
