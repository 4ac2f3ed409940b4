import type { Files } from "../../files.ts";
import { isFinished } from "../records/is-finished.ts";
import { whileLocked } from "../while-locked.ts";
import { bringToEnd } from "./bring-to-end.ts";

/**
 * Brings to its end what this process had to break off, before anything else is changed: the disk may have room by now. What
 * cannot be mended yet keeps nobody from anything else. It costs nothing where there is nothing.
 */
export async function takeUp(files: Files, signal: AbortSignal): Promise<void> {
  if (!files.isInterrupted) return;
  const journal = await files.journal();
  const { log } = files.settings;
  await files.queue.run("trees", signal, async () => {
    try {
      await whileLocked(journal, () =>
        bringToEnd(files, journal, { log, isLeft: ({ id }) => journal.interrupted.has(id) }),
      );
      const unfinished = new Set(journal.entries().flatMap(({ id, state }) => (isFinished(state) ? [] : [id])));
      for (const id of journal.interrupted) if (!unfinished.has(id)) journal.interrupted.delete(id);
    } catch (error) {
      log?.write("error", { event: "recovery", err: error });
    }
  });
}
