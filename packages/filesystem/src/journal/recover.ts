import { hostname } from "node:os";
import { accessAdmits, type Log, processRuns, processStart } from "@drawbridge/core";
import type { Files } from "../files.ts";
import { clearAside } from "./clear-aside.ts";
import { isRefilled } from "./is-refilled.ts";
import { isTaken } from "./is-taken.ts";
import type { Entry, Journal } from "./journal.ts";
import { locateExactly } from "./locate-exactly.ts";
import type { Operation } from "./operation.ts";
import { placesOf } from "./places-of.ts";
import { revert } from "./revert.ts";
import { settleReverted } from "./settle-reverted.ts";
import type { TransactionRecord } from "./transaction-record.ts";
import { whileLocked } from "./while-locked.ts";

/** Longer than any transaction takes: after it, one of another machine or container counts as left. */
const abandonedAfter = 600_000;

/**
 * Takes back what a process that is gone had begun, unless all of it was done, and brings to its end what it was clearing
 * away or taking back. Transactions under roots that are not served, or not granted for writing, are left to a server that
 * may.
 */
export async function recover(files: Files, journal: Journal, log: Log): Promise<void> {
  await whileLocked(`${journal.folder}/recovery`, async () => {
    for (const entry of journal.entries()) {
      if (entry.state === "done" || entry.state === "undone") continue;
      const record = journal.read(entry);
      if (record === undefined || !isLeft(record) || !isGranted(files, record)) continue;
      log.write("warn", { event: "recovery", transaction: entry.id, tool: record.tool, state: entry.state });
      try {
        await finish(files, journal, entry, record);
      } catch (error) {
        // The others can be mended all the same; the next start tries this one again.
        log.write("error", { event: "recovery", transaction: entry.id, err: error });
      }
    }
  });
}

async function finish(
  files: Files,
  journal: Journal,
  { id, state }: Entry,
  { operations }: TransactionRecord,
): Promise<void> {
  if (state === "clearing" || (state === "open" && (await areAllTaken(files, operations)))) {
    for (const operation of operations) clearAside(files, operation);
    return journal.mark(id, state, "done");
  }
  for (const operation of operations.toReversed()) await revert(files, journal, operation, operations);
  if (state === "open") return settleReverted(files, journal, id, operations);
  await journal.mark(id, "undoing", "undone");
  journal.forgetKept(id);
}

/** What was set aside may not be copied yet, so that such a transaction is taken back. */
async function areAllTaken(files: Files, operations: readonly Operation[]): Promise<boolean> {
  for (const operation of operations) {
    if (operation.kind === "removed" && operation.aside !== undefined) return false;
    if (!(await isTaken(files, operation)) && !isRefilled(operation, operations)) return false;
  }
  return true;
}

function isLeft({ owner: { host, pid, start }, time }: TransactionRecord): boolean {
  if (host !== hostname()) return Date.now() - Date.parse(time) > abandonedAfter;
  if (pid !== process.pid) return !processRuns(pid, start);
  // Its number was given to this process anew; where the system tells no beginning, this one has not begun to change anything.
  return start === "" || start !== processStart(pid);
}

function isGranted(files: Files, { operations }: TransactionRecord): boolean {
  return operations.flatMap(placesOf).every((where) => {
    const located = locateExactly(files, where);
    return located !== undefined && accessAdmits(located.root.access, "write");
  });
}
