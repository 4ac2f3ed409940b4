import { renameSync } from "node:fs";
import type { HeldDirectory } from "@drawbridge/core";
import type { Journal } from "../../journal/journal.ts";
import { entryType } from "../../paths/entry-type.ts";
import { assertAsSeen } from "../assertions/assert-as-seen.ts";
import { copyEntry } from "../disk/copy-entry.ts";
import { removeTree } from "../disk/remove-tree.ts";
import { identityOf } from "../places/identity-of.ts";
import type { Standing } from "../places/place.ts";
import { replacedMeanwhile } from "../places/replaced-meanwhile.ts";
import { whereOf } from "../places/where-of.ts";
import type { Step } from "./step.ts";

interface Removing {
  readonly journal: Journal;
  readonly kept: string;
  readonly temporary: string;
  readonly signal: AbortSignal;
  copied?(bytes: number): void;
}

/**
 * Takes an entry away with all that is in it, into the journal: by one rename where that is on the same disk, and else
 * aside first, where it is copied from.
 */
export function removeEntry(place: Standing, removing: Removing): Step {
  const { journal, kept, temporary, signal, copied } = removing;
  const { parent, name, entry } = place;
  const { stats } = entry;
  const isNear = parent.self().dev === journal.directory.self().dev;
  const operation = {
    kind: "removed" as const,
    at: whereOf(place),
    type: entryType(stats),
    identity: identityOf(stats),
    kept,
    mode: Number(stats.mode & 0o7777n),
    ...(isNear ? {} : { aside: temporary }),
  };
  const rename = (to: HeldDirectory, toName: string) =>
    parent.withPath(name, (path) => to.withPath(toName, (target) => renameSync(path, target)));
  if (isNear) {
    return {
      operation,
      prepare: async () => {},
      apply() {
        assertAsSeen(place);
        rename(journal.directory, kept);
        shut(journal, operation, place.path);
      },
      folders: [parent],
    };
  }
  return {
    operation,
    prepare: async () => {},
    apply() {
      assertAsSeen(place);
      rename(parent, temporary);
    },
    async finish() {
      using aside = parent.step(temporary);
      await copyEntry(aside, journal.directory, kept, {
        signal,
        keepOwner: true,
        ...(copied === undefined ? {} : { copied }),
      });
      shut(journal, { ...operation, identity: undefined }, place.path);
    },
    clear: () => removeTree(parent, temporary),
    folders: [parent],
  };
}

interface Kept {
  readonly type: string;
  readonly kept: string;
  /** Of what should have come there: somebody may have put something else in its place in that very moment. */
  readonly identity: string | undefined;
}

/** What is kept is read by nobody else, whoever could before. The journal's folder is shut too, where this is not allowed. */
function shut(journal: Journal, { type, kept, identity }: Kept, path: string): void {
  using entry = journal.directory.step(kept);
  if (identity !== undefined && identityOf(entry.stats) !== identity) throw replacedMeanwhile(path);
  if (type !== "file" && type !== "directory") return;
  try {
    entry.setMode(type === "file" ? 0o600 : 0o700);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") throw error;
  }
}
