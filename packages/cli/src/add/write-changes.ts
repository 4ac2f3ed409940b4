import { Failure } from "../command-line/failure.ts";
import { writeChange } from "./apply-change.ts";
import type { PlannedChange } from "./planned-change.ts";

/** Writes what was planned; a file that cannot be written hinders no other. Returns how many could not, each of which is told. */
export function writeChanges(changes: readonly PlannedChange[]): number {
  let failed = 0;
  for (const change of changes) {
    try {
      writeChange(change);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      failed += 1;
      console.error(`drawbridge: ${error.message}`);
    }
  }
  return failed;
}
