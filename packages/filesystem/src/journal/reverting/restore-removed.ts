import { renameSync } from "node:fs";
import { copyEntry } from "../../changing/disk/copy-entry.ts";
import { removeTree } from "../../changing/disk/remove-tree.ts";
import { identityOf } from "../../changing/places/identity-of.ts";
import { statsAt } from "../../changing/places/stats-at.ts";
import type { Journal } from "../journal.ts";
import type { HeldPlace } from "../places/places.ts";
import type { Operation } from "../records/operation.ts";

type Removed = Extract<Operation, { readonly kind: "removed" }>;

/** Puts back what was taken away, from beside or from the journal, unless something else stands there now. */
export async function restoreRemoved(journal: Journal, { parent, name }: HeldPlace, removed: Removed): Promise<void> {
  const { kept, aside } = removed;
  if (statsAt(parent, name) !== undefined) return;
  const rename = (from: typeof parent, fromName: string) =>
    from.withPath(fromName, (path) => parent.withPath(name, (target) => renameSync(path, target)));
  const set = aside === undefined ? undefined : statsAt(parent, aside);
  if (aside !== undefined && set !== undefined) {
    if (identityOf(set) === removed.identity) return rename(parent, aside);
    // Not what was set aside, but a copy of it that was being put back and cut short.
    removeTree(parent, aside);
  }
  if (statsAt(journal.directory, kept) === undefined) return;
  giveMode(journal, removed);
  if (aside === undefined) return rename(journal.directory, kept);
  using entry = journal.directory.step(kept);
  await copyEntry(entry, parent, aside, { keepOwner: true });
  rename(parent, aside);
}

/** The permissions that it had before the journal shut it. */
function giveMode({ directory }: Journal, { type, kept, mode }: Removed): void {
  if (type !== "file" && type !== "directory") return;
  using entry = directory.step(kept);
  // Of another's the journal could not change them.
  if (!entry.stats.isSymbolicLink() && Number(entry.stats.mode & 0o7777n) !== mode) entry.setMode(mode);
}
