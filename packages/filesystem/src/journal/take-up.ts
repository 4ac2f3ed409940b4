import type { Files } from "../files.ts";
import { bringToEnd } from "./bring-to-end.ts";
import { isFinished } from "./is-finished.ts";
import { whileLocked } from "./while-locked.ts";

/**
 * Brings to its end what this process had to break off: the disk may have room by now. What cannot be mended yet keeps
 * nobody from anything else.
 */
export async function takeUp(files: Files, signal: AbortSignal): Promise<void> {
  const journal = await files.journal();
  await files.queue.run("trees", signal, async () => {
    try {
      await whileLocked(journal, () =>
        bringToEnd(files, journal, { log: files.log, isLeft: ({ id }) => journal.interrupted.has(id) }),
      );
      const unfinished = new Set(journal.entries().flatMap(({ id, state }) => (isFinished(state) ? [] : [id])));
      for (const id of journal.interrupted) if (!unfinished.has(id)) journal.interrupted.delete(id);
    } catch (error) {
      files.log?.write("error", { event: "recovery", err: error });
    }
  });
}
