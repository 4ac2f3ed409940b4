import { renameSync, rmdirSync, unlinkSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { removeTree } from "../../changing/disk/remove-tree.ts";
import { syncDirectory } from "../../changing/disk/sync-directory.ts";
import { identityOf } from "../../changing/places/identity-of.ts";
import { statsAt } from "../../changing/places/stats-at.ts";
import type { Journal } from "../journal.ts";
import type { HeldPlace, Places } from "../places/places.ts";
import type { Operation } from "../records/operation.ts";
import { digestAt } from "./digest-at.ts";
import { removeMadeTree } from "./remove-made-tree.ts";
import { restoreKept } from "./restore-kept.ts";
import { restoreRemoved } from "./restore-removed.ts";

type Of<Kind extends Operation["kind"]> = Extract<Operation, { readonly kind: Kind }>;

/** What a step is taken back with. */
export interface Reverting {
  readonly places: Places;
  /** All of the transaction. */
  readonly operations: readonly Operation[];
}

/**
 * Takes one step of a transaction back, as far as it was taken: whatever it is found in, afterwards all is as before. What
 * somebody else put there since is left alone. Taking back twice is as good as once.
 */
export async function revert(journal: Journal, operation: Operation, { places, operations }: Reverting): Promise<void> {
  const place = places.reach(operation.at);
  if (place === undefined) return;
  switch (operation.kind) {
    case "made":
      await unmake(place, operation, isRestored(place, operation, operations));
      break;
    case "replaced":
      await unreplace(journal, place, operation);
      break;
    case "moved":
      await unmove(journal, places, place, operation);
      break;
    case "removed":
      await restoreRemoved(journal, place, operation);
  }
  await syncDirectory(place.parent);
}

/** Whether what stood there before was put back already, which may hold the same as what was made. */
function isRestored({ parent, name }: HeldPlace, { at }: Operation, operations: readonly Operation[]): boolean {
  const now = statsAt(parent, name);
  return (
    now !== undefined &&
    operations.some(
      (other) => other.kind === "removed" && other.identity === identityOf(now) && isDeepStrictEqual(other.at, at),
    )
  );
}

async function unmake(
  { parent, name }: HeldPlace,
  { type, temporary, digest, identity }: Of<"made">,
  isRestoredBefore: boolean,
): Promise<void> {
  const made = isRestoredBefore ? undefined : statsAt(parent, name);
  const left = temporary === undefined ? undefined : statsAt(parent, temporary);
  if (temporary !== undefined && left !== undefined) {
    // It may have both names, if it was cut short between giving the one and taking the other.
    if (made !== undefined && made.ino === left.ino && made.dev === left.dev) parent.withPath(name, unlinkSync);
    removeTree(parent, temporary);
  } else if (type === "tree" && !isRestoredBefore && temporary !== undefined && digest !== undefined) {
    await removeMadeTree({ parent, name }, { temporary, digest });
  } else if (made === undefined) {
    return;
  } else if (type === "directory") {
    removeIfEmpty(parent, name);
  } else if (digest === undefined && identity === undefined) {
    // It was not whole yet: what stands there is somebody else's.
    return;
  } else if (digest === undefined ? identityOf(made) === identity : (await digestAt(parent, name)) === digest) {
    removeTree(parent, name);
  }
}

function removeIfEmpty(parent: HeldPlace["parent"], name: string): void {
  try {
    parent.withPath(name, rmdirSync);
  } catch (error) {
    if (!["ENOTEMPTY", "EEXIST", "ENOTDIR", "ENOENT"].includes((error as NodeJS.ErrnoException).code ?? ""))
      throw error;
  }
}

async function unreplace(
  journal: Journal,
  place: HeldPlace,
  { temporary, kept, identity, digest }: Of<"replaced">,
): Promise<void> {
  const { parent, name } = place;
  if (statsAt(parent, temporary) !== undefined) return parent.withPath(temporary, unlinkSync);
  const now = statsAt(parent, name);
  // The old file still, of which the copy in the journal may be a part.
  if (now === undefined || identityOf(now) === identity) return;
  if (statsAt(journal.directory, kept.name) === undefined || (await digestAt(parent, name)) !== digest) return;
  await restoreKept(journal, kept, place);
}

async function unmove(journal: Journal, places: Places, to: HeldPlace, operation: Of<"moved">): Promise<void> {
  const from = places.reach(operation.from);
  const there = statsAt(to.parent, to.name);
  const isMoved = there !== undefined && identityOf(there) === operation.identity;
  if (from !== undefined && isMoved && statsAt(from.parent, from.name) === undefined) {
    to.parent.withPath(to.name, (path) => from.parent.withPath(from.name, (target) => renameSync(path, target)));
    await syncDirectory(from.parent);
  }
  const { kept } = operation;
  if (kept === undefined || statsAt(to.parent, to.name) !== undefined) return;
  if (statsAt(journal.directory, kept.name) !== undefined) await restoreKept(journal, kept, to);
}
