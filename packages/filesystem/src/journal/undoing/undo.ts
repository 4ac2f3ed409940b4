import { ConnectorError } from "@drawbridge/core";
import { assertChangeable } from "../../changing/assertions/assert-changeable.ts";
import type { Files } from "../../files.ts";
import { shownPath } from "../../paths/shown-path.ts";
import { locateExactly } from "../places/locate-exactly.ts";
import { RecordedPlaces } from "../places/recorded-places.ts";
import type { Operation } from "../records/operation.ts";
import { placesOf } from "../records/places-of.ts";
import { transactionOf } from "../records/transaction-of.ts";
import { takeUp } from "../recovering/take-up.ts";
import { whileLocked } from "../while-locked.ts";
import { assertRevertible } from "./assert-revertible.ts";
import { finishUndo } from "./finish-undo.ts";

/**
 * Takes a transaction of this principal back, all of it or nothing, and goes on with one that was cut short at that.
 * Returns the paths that are as before.
 *
 * @throws ConnectorError `not_found`, `conflict` for one that is taken back already or whose files were changed since
 */
export async function undo(
  files: Files,
  id: string,
  { principal, signal }: { readonly principal: string; readonly signal: AbortSignal },
): Promise<string[]> {
  const journal = await files.journal();
  if (!journal.interrupted.has(id)) await takeUp(files, signal);
  return files.queue.run("trees", signal, () =>
    whileLocked(journal, async () => {
      const { state, operations } = transactionOf(journal, id, principal);
      const paths = assertAllowed(files, operations);
      using places = new RecordedPlaces(files);
      if (state === "done") {
        for (const operation of operations.toReversed())
          await assertRevertible(files, journal, operation, { operations, places, signal });
        signal.throwIfAborted();
        await journal.mark(id, "done", "undoing");
      }
      await finishUndo(journal, id, { operations, places });
      return paths;
    }),
  );
}

/** What may not be changed now is not changed back either. */
function assertAllowed(files: Files, operations: readonly Operation[]): string[] {
  const paths = operations.flatMap(placesOf).map((where) => {
    const located = locateExactly(files, where);
    if (located === undefined) {
      throw new ConnectorError("refused", "The transaction changed something outside the roots that are served now.");
    }
    assertChangeable(files, { ...located, asked: located.names }, "write");
    return shownPath(located.root, located.names);
  });
  return [...new Set(paths)];
}
