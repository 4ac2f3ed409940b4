import { ConnectorError } from "@drawbridge/core";
import type { Files } from "../files.ts";
import type { Place, Standing } from "./places/place.ts";
import { type Relocation, relocate } from "./relocate.ts";
import { copyTo } from "./steps/copy-to.ts";
import { moveEntry } from "./steps/move-entry.ts";
import { removeEntry } from "./steps/remove-entry.ts";
import { type Caller, transact } from "./transaction/transact.ts";

/** Both ends of what was done, and its number. */
export interface Relocated {
  readonly from: string;
  readonly to: string;
  readonly transaction: string;
}

/** Moves an entry with all that is in it: by a rename, or by a copy where the new place is on another disk. */
export async function move(files: Files, relocation: Omit<Relocation, "leaves">, caller: Caller): Promise<Relocated> {
  return relocate(files, { ...relocation, leaves: true }, caller.signal, async (from, to) => {
    const transaction = await rename(files, from, to, caller).catch((error: unknown) => {
      if (!isOtherDisk(error)) throw error;
      return copyAndRemove(files, from, to, caller);
    });
    return { from: from.path, to: to.path, transaction };
  });
}

function rename(files: Files, from: Standing, to: Place, caller: Caller): Promise<string> {
  return transact(files, caller, (journal, names) => [
    moveEntry(from, to, { journal, kept: names.kept(), signal: caller.signal }),
  ]);
}

function copyAndRemove(files: Files, from: Standing, to: Place, caller: Caller): Promise<string> {
  const { signal } = caller;
  return transact(files, caller, (journal, names) => {
    const removing = () => ({ journal, kept: names.kept(), temporary: names.temporary(), signal });
    const { entry } = to;
    return [
      ...(entry === undefined ? [] : [removeEntry({ ...to, entry }, removing())]),
      copyTo(from.entry, { ...to, entry: undefined }, names.temporary(), { signal, keepOwner: true }),
      removeEntry(from, removing()),
    ];
  });
}

function isOtherDisk(error: unknown): boolean {
  return ConnectorError.is(error) && (error.cause as NodeJS.ErrnoException | undefined)?.code === "EXDEV";
}
