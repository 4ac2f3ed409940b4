import { once } from "node:events";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { Stand } from "./stand.ts";

/** `dir` in the root, which is at one moment a folder and at the next a link to the outside. */
export interface Swapping {
  /** How often it was swapped so far. */
  readonly swaps: number;
  /** Ends it, with the folder in its place. */
  stop(): Promise<void>;
}

/** Renames in a tight loop in a thread of its own. Windows refuses some while a file in the folder is open. */
const source = `
const { renameSync } = require("node:fs");
const { workerData: { dir, link, parked, counts } } = require("node:worker_threads");
const place = (from, to) => {
  while (true) {
    try { return renameSync(from, to); } catch (error) {
      if (!["EPERM", "EACCES", "EBUSY"].includes(error.code)) throw error;
    }
  }
};
while (Atomics.load(counts, 0) === 0) {
  place(dir, parked);
  place(link, dir);
  place(dir, link);
  place(parked, dir);
  Atomics.add(counts, 1, 1);
}
Atomics.store(counts, 0, 2);
Atomics.notify(counts, 0);
`;

/** Begins to swap; returns once it has. The root must hold a folder `dir`. */
export async function startSwapping(stand: Stand): Promise<Swapping> {
  stand.link(stand.outside, "link");
  const [dir, link, parked] = ["dir", "link", "parked"].map((name) => join(stand.root, name));
  const counts = new Int32Array(new SharedArrayBuffer(8));
  const halt = () => haltNow(counts);
  const worker = new Worker(source, { eval: true, workerData: { dir, link, parked, counts } });
  const ended = once(worker, "exit");
  // Heard by those who wait for the end.
  ended.catch(() => {});
  // What is swapped cannot be removed, as it is when the process ends.
  process.prependOnceListener("exit", halt);
  await once(worker, "online");
  return {
    get swaps() {
      return Atomics.load(counts, 1);
    },
    async stop() {
      Atomics.store(counts, 0, 1);
      await ended;
      process.off("exit", halt);
    },
  };
}

/** Waits for the end of the round without letting anything else run: at most a second, where the thread is no more. */
function haltNow(counts: Int32Array): void {
  Atomics.store(counts, 0, 1);
  Atomics.wait(counts, 0, 1, 1000);
}
