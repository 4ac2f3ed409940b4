import { accessAdmits, type Log } from "@drawbridge/core";
import type { Files } from "../../files.ts";
import type { Entry, Journal } from "../journal.ts";
import { locateExactly } from "../places/locate-exactly.ts";
import type { Places } from "../places/places.ts";
import { RecordedPlaces } from "../places/recorded-places.ts";
import { isFinished } from "../records/is-finished.ts";
import type { Operation } from "../records/operation.ts";
import { placesOf } from "../records/places-of.ts";
import type { TransactionRecord } from "../records/transaction-record.ts";
import { clearAside } from "../reverting/clear-aside.ts";
import { isRefilled } from "../reverting/is-refilled.ts";
import { isTaken } from "../reverting/is-taken.ts";
import { revert } from "../reverting/revert.ts";
import { settleReverted } from "../reverting/settle-reverted.ts";
import { finishUndo } from "../undoing/finish-undo.ts";

/**
 * Takes back unfinished transactions, unless all of one was done, and brings to its end what was being cleared away or taken
 * back. Those under roots that are not served, or not granted for writing, are left to a server that may. To be called with
 * the journal's lock held.
 *
 * @param isLeft whether nobody is at a transaction
 */
export async function bringToEnd(
  files: Files,
  journal: Journal,
  {
    log,
    isLeft,
  }: { readonly log: Pick<Log, "write"> | undefined; isLeft(entry: Entry, record: TransactionRecord): boolean },
): Promise<void> {
  for (const entry of journal.entries()) {
    if (isFinished(entry.state)) continue;
    const record = journal.read(entry);
    if (record === undefined || !isLeft(entry, record) || !isGranted(files, record)) continue;
    log?.write("warn", { event: "recovery", transaction: entry.id, tool: record.tool, state: entry.state });
    try {
      using places = new RecordedPlaces(files);
      await finish(places, journal, entry, record);
    } catch (error) {
      // The others can be mended all the same; the next start tries this one again.
      log?.write("error", { event: "recovery", transaction: entry.id, err: error });
    }
  }
}

async function finish(
  places: Places,
  journal: Journal,
  { id, state }: Entry,
  { operations }: TransactionRecord,
): Promise<void> {
  if (state === "clearing" || (state === "open" && (await areAllTaken(places, operations)))) {
    for (const operation of operations) clearAside(places, operation);
    return journal.mark(id, state, "done");
  }
  if (state === "undoing") return finishUndo(journal, id, { operations, places });
  for (const operation of operations.toReversed()) await revert(journal, operation, { operations, places });
  return settleReverted(places, journal, id, operations);
}

/** What was set aside may not be copied yet, so that such a transaction is taken back. */
async function areAllTaken(places: Places, operations: readonly Operation[]): Promise<boolean> {
  for (const operation of operations) {
    if (operation.kind === "removed" && operation.aside !== undefined) return false;
    if (!(await isTaken(places, operation)) && !isRefilled(operation, operations)) return false;
  }
  return true;
}

function isGranted(files: Files, { operations }: TransactionRecord): boolean {
  return operations.flatMap(placesOf).every((where) => {
    const located = locateExactly(files, where);
    return located !== undefined && accessAdmits(located.root.access, "write");
  });
}
