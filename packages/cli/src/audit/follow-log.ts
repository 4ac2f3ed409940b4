import { closeSync, fstatSync, openSync, readSync, statSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";

const interval = 250;
const chunkBytes = 1024 * 1024;

/**
 * The whole lines that are added to a log, as they come, from a place in it. Where the log is put aside and a new one begun,
 * the old one is read to its end first. Ends when the signal aborts.
 */
export async function* followLog(file: string, start: number, signal: AbortSignal): AsyncGenerator<string> {
  let descriptor = openSync(file, "r");
  let place = start;
  let rest = Buffer.alloc(0);
  try {
    while (!signal.aborted) {
      const bytes = readFrom(descriptor, place);
      place += bytes.length;
      rest = Buffer.concat([rest, bytes]);
      const end = rest.lastIndexOf(0x0a);
      if (end !== -1) {
        yield* rest.toString("utf8", 0, end).split("\n");
        rest = rest.subarray(end + 1);
      }
      if (bytes.length > 0) continue;
      if (isReplaced(file, descriptor, place)) {
        const next = openSync(file, "r");
        closeSync(descriptor);
        [descriptor, place, rest] = [next, 0, Buffer.alloc(0)];
        continue;
      }
      await wait(interval, undefined, { signal }).catch(() => {});
    }
  } finally {
    closeSync(descriptor);
  }
}

function readFrom(descriptor: number, place: number): Buffer {
  const bytes = Buffer.alloc(chunkBytes);
  return bytes.subarray(0, readSync(descriptor, bytes, 0, chunkBytes, place));
}

/** Another file has the name, or this one was cut. One that is not there yet is waited for. */
function isReplaced(file: string, descriptor: number, place: number): boolean {
  const named = statSync(file, { throwIfNoEntry: false });
  if (named === undefined) return false;
  const held = fstatSync(descriptor);
  return named.ino !== held.ino || named.dev !== held.dev || held.size < place;
}
