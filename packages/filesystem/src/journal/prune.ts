import type { Journal } from "./journal.ts";
import { isFinished } from "./records/is-finished.ts";

/** Older transactions than these many are forgotten, and can then not be undone. */
const mostKept = 1000;

/** Bytes of what is kept, the newest transaction's not counted: it can be undone however large it was. */
const mostKeptBytes = 1024 ** 3;

/** Forgets the oldest transactions once there are too many, or they keep too much. */
export function prune(journal: Journal, newest: string): void {
  try {
    forgetOldest(journal, newest);
  } catch {
    // Another process was at it too, or the system does not let it be: what was changed is done all the same.
  }
}

function forgetOldest(journal: Journal, newest: string): void {
  const finished = journal.entries().filter(({ id, state }) => id !== newest && isFinished(state));
  if (finished.length <= mostKept + pruneEvery && finished.length % pruneEvery !== 0) return;
  const sizes = journal.sizes();
  let [count, bytes] = [0, 0];
  for (const { id } of finished) {
    count += 1;
    bytes += sizes.get(id) ?? 0;
    if (count > mostKept || bytes > mostKeptBytes) forget(journal, id);
  }
}

/** One that cannot be forgotten, as where a disk is mounted in it, keeps none of the others. */
function forget(journal: Journal, id: string): void {
  try {
    journal.forget(id);
  } catch {
    // It is tried again with the next.
  }
}

/** Sizes are added up after so many transactions: looking at each file after each of them would cost more than it saves. */
const pruneEvery = 16;
