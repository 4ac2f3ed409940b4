import { hostname } from "node:os";
import { type Log, processRuns, processStart } from "@drawbridge/core";
import type { Files } from "../../files.ts";
import type { Journal } from "../journal.ts";
import type { TransactionRecord } from "../records/transaction-record.ts";
import { whileLocked } from "../while-locked.ts";
import { bringToEnd } from "./bring-to-end.ts";

/** Longer than any transaction takes: after it, one of another machine or container counts as left. */
const abandonedAfter = 600_000;

/** At a start: brings to its end what a process that is gone had begun, and clears away what it had not even written down. */
export async function recover(files: Files, journal: Journal, log: Log): Promise<void> {
  await whileLocked(journal, async () => {
    await bringToEnd(files, journal, {
      log,
      // Whoever takes something back on this machine holds the lock, which is held here.
      isLeft: ({ state }, record) => isLeft(record) || (state === "undoing" && record.owner.host === hostname()),
    });
    for (const { name, record, age } of journal.drafts())
      if (record === undefined ? age > abandonedAfter : isLeft(record)) journal.remove(name);
  });
}

function isLeft({ owner: { host, pid, start }, time }: TransactionRecord): boolean {
  if (host !== hostname()) return Date.now() - Date.parse(time) > abandonedAfter;
  if (pid !== process.pid) return !processRuns(pid, start);
  // Its number was given to this process anew; where the system tells no beginning, this one has not begun to change anything.
  return start === "" || start !== processStart(pid);
}
