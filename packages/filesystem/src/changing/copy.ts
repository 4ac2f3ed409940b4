import type { Files } from "../files.ts";
import { tooLarge } from "../reading/too-large.ts";
import { assertMayGo } from "./assertions/assert-may-go.ts";
import type { Relocated } from "./move.ts";
import { type Relocation, relocate } from "./relocate.ts";
import { copyTo } from "./steps/copy-to.ts";
import { removeEntry } from "./steps/remove-entry.ts";
import { type Caller, transact } from "./transaction/transact.ts";

/** Copies an entry with all that is in it, permissions and times included. Links are copied as links. */
export async function copy(
  files: Files,
  relocation: Omit<Relocation, "leaves">,
  caller: Caller & { copied?(bytes: number): void },
): Promise<Relocated> {
  const { signal } = caller;
  return relocate(files, { ...relocation, leaves: false }, signal, async (from, to) => {
    const copying = {
      signal,
      copied: (bytes: number) => caller.copied?.(bytes),
      // Once more of each, since the tree may have grown after it was looked at.
      check(names: readonly string[], { stats }: typeof from.entry) {
        assertMayGo(files, from, to, [...from.names, ...names]);
        const most = files.maxFileBytes;
        if (most !== undefined && stats.isFile() && stats.size > most)
          throw tooLarge(from.path, stats.size, most, "See --max-file-bytes.");
      },
    };
    const { entry } = to;
    const transaction = await transact(files, caller, (journal, names) => [
      ...(entry === undefined
        ? []
        : [removeEntry({ ...to, entry }, { journal, kept: names.kept(), temporary: names.temporary(), signal })]),
      copyTo(from.entry, { ...to, entry: undefined }, names.temporary(), copying),
    ]);
    return { from: from.path, to: to.path, transaction };
  });
}
