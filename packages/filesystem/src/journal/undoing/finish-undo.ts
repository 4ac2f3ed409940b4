import type { Journal } from "../journal.ts";
import { type Reverting, revert } from "../reverting/revert.ts";
import { cutShort } from "./cut-short.ts";

/** Takes all of a transaction back that is marked as being taken back, the last step first. Throws `refused` where it is cut short. */
export async function finishUndo(journal: Journal, id: string, undoing: Reverting): Promise<void> {
  try {
    for (const operation of undoing.operations.toReversed()) await revert(journal, operation, undoing);
    await journal.mark(id, "undoing", "undone");
  } catch (error) {
    journal.interrupted.add(id);
    throw cutShort(error, id);
  }
  journal.interrupted.delete(id);
  journal.forgetKept(id);
}
