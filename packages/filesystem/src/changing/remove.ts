import { ConnectorError } from "@drawbridge/core";
import type { Files } from "../files.ts";
import { showName } from "../paths/show-name.ts";
import { assertAlong } from "./assertions/assert-along.ts";
import { assertNoMount } from "./assertions/assert-no-mount.ts";
import { assertRoom } from "./assertions/assert-room.ts";
import { assertTree, type TreeCount } from "./assertions/assert-tree.ts";
import { atTrees } from "./places/at-trees.ts";
import { notThere } from "./places/not-there.ts";
import type { Place, Standing } from "./places/place.ts";
import { stands } from "./places/stands.ts";
import { removeEntry } from "./steps/remove-entry.ts";
import { type Caller, transact } from "./transaction/transact.ts";

/** What was deleted, and its number. */
export interface Removed extends TreeCount {
  readonly path: string;
  readonly transaction: string;
}

/** Takes an entry away into the journal; of a link the link itself, and a folder with content only where that is meant. */
export async function remove(
  files: Files,
  written: string,
  recursive: boolean,
  caller: Caller & { copied?(bytes: number): void },
): Promise<Removed> {
  const { signal } = caller;
  return atTrees(files, [{ written, effect: "destroy", followLast: false }], signal, async ([place]) => {
    if (place === undefined) throw new Error("A place was asked for");
    const counted = await assertRemovable(files, place, recursive, signal);
    const { directory } = await files.journal();
    if (directory.self().dev !== place.parent.self().dev) assertRoom(directory, counted.bytes);
    const transaction = await transact(files, caller, (journal, names) => [
      removeEntry(place as Standing, {
        ...{ journal, signal, kept: names.kept(), temporary: names.temporary() },
        copied: (bytes) => caller.copied?.(bytes),
      }),
    ]);
    return { path: place.path, ...counted, transaction };
  });
}

/** Throws for what is not there, is protected or holds something that is, and for a folder with content unless that is meant. */
export async function assertRemovable(
  files: Files,
  place: Place,
  recursive: boolean,
  signal: AbortSignal,
): Promise<TreeCount> {
  const path = showName(place.path);
  if (!stands(place)) throw notThere(files, place);
  assertNoMount(place);
  const counted = await assertTree(place, signal, (names) => assertAlong(files, place.root, names, "destroy"));
  if (counted.entries === 1 || recursive) return counted;
  throw new ConnectorError(
    "conflict",
    `${path} is a folder with ${counted.entries - 1} entries. Pass recursive: true to delete them too.`,
  );
}
