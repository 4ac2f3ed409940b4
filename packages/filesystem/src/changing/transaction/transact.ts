import { hostname } from "node:os";
import { type HeldDirectory, processStart, sha256 } from "@drawbridge/core";
import type { Files } from "../../files.ts";
import type { Journal } from "../../journal/journal.ts";
import { prune } from "../../journal/prune.ts";
import type { TransactionRecord } from "../../journal/records/transaction-record.ts";
import { revert } from "../../journal/reverting/revert.ts";
import { settleReverted } from "../../journal/reverting/settle-reverted.ts";
import { cutShort } from "../../journal/undoing/cut-short.ts";
import { syncDirectory } from "../disk/sync-directory.ts";
import { identityOf } from "../places/identity-of.ts";
import type { Step } from "../steps/step.ts";
import { StepPlaces } from "../steps/step-places.ts";
import { changeError } from "./change-error.ts";
import { oneProcessAtATime } from "./one-process-at-a-time.ts";
import { settled } from "./settled.ts";

/** Steps that are prepared at the same time. */
const atOnce = 8;

/** Names for what a transaction sets aside, each used once. */
export interface Names {
  /** For something beside what is changed. */
  temporary(): string;
  /** For something in the journal. */
  kept(): string;
}

/** Who makes a transaction, and for what. */
export interface Caller {
  readonly tool: string;
  readonly principal: string;
  /** Ends the preparation; what is being done is done to its end. */
  readonly signal: AbortSignal;
}

/**
 * Takes steps all or none: each is written down before it is taken, and whatever ends the process in between, the next
 * start takes back what was taken. Returns the transaction's number, for `fs_undo`.
 *
 * @throws ConnectorError `conflict` where somebody else was quicker, `refused` where the system does not let it happen
 */
export async function transact(
  files: Files,
  { tool, principal, signal }: Caller,
  plan: (journal: Journal, names: Names) => readonly Step[],
): Promise<string> {
  const journal = await files.journal();
  const id = journal.newId();
  const steps = plan(journal, namesFor(id));
  const record: TransactionRecord = {
    version: 1,
    time: new Date().toISOString(),
    tool,
    principal: sha256(principal),
    owner: { host: hostname(), pid: process.pid, start: processStart(process.pid) },
    operations: steps.map(({ operation }) => operation),
  };
  const intended = JSON.stringify(record);
  const begun: Step[] = [];
  const places = new StepPlaces(steps);
  try {
    await journal.write(id, record);
    await prepare(steps, signal, begun);
    // Some things are known only once they are prepared.
    if (JSON.stringify(record) !== intended) await journal.write(id, record);
    await journal.sync();
    await oneProcessAtATime(() => {
      signal.throwIfAborted();
      for (const step of steps) step.apply();
    });
    await settled(steps.map(async (step) => step.finish?.()));
    await settled(distinct(steps.flatMap(({ folders }) => folders)).map(syncDirectory));
    await journal.mark(id, "open", leavesSomething(steps) ? "clearing" : "done");
  } catch (error) {
    try {
      const { operations } = record;
      for (const { operation, isUntouched } of begun.toReversed()) {
        if (isUntouched !== true) await revert(journal, operation, { places, operations });
      }
      await settleReverted(places, journal, id, operations);
    } catch (failure) {
      journal.interrupted.add(id);
      throw cutShort(failure);
    }
    throw changeError(error);
  }
  if (leavesSomething(steps)) await clear(steps, journal, id);
  prune(journal, id);
  return id;
}

/** What cannot be cleared away now is at the next start: the change itself is done. */
async function clear(steps: readonly Step[], journal: Journal, id: string): Promise<void> {
  try {
    for (const step of steps) step.clear?.();
    await journal.mark(id, "clearing", "done");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
  }
}

/** Folders one in another; then some at once, for most of the time is spent on waiting for the disk. */
async function prepare(steps: readonly Step[], signal: AbortSignal, begun: Step[]): Promise<void> {
  const folders = steps.filter(makesFolder);
  const others = steps.filter((step) => !makesFolder(step));
  const turns = folders.map((folder) => [folder]);
  for (let start = 0; start < others.length; start += atOnce) turns.push(others.slice(start, start + atOnce));
  for (const turn of turns) {
    signal.throwIfAborted();
    begun.push(...turn);
    await settled(turn.map((step) => step.prepare()));
  }
}

function makesFolder({ operation }: Step): boolean {
  return operation.kind === "made" && operation.type === "directory";
}

/** One folder is forced to the disk once, by however many descriptors it is held. */
function distinct(folders: readonly HeldDirectory[]): HeldDirectory[] {
  return [...new Map(folders.map((folder) => [identityOf(folder.self()), folder])).values()];
}

function leavesSomething(steps: readonly Step[]): boolean {
  return steps.some(({ clear }) => clear !== undefined);
}

function namesFor(id: string): Names {
  let count = 0;
  return {
    // Hidden, and told from what people make, should a power failure leave one.
    temporary: () => `.drawbridge-${id}-${count++}.tmp`,
    kept: () => `${id}.${count++}`,
  };
}
