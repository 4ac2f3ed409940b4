import { renameSync } from "node:fs";
import type { Journal } from "../../journal/journal.ts";
import { assertAsSeen } from "../assertions/assert-as-seen.ts";
import { attributesOf } from "../disk/attributes-of.ts";
import { identityOf } from "../places/identity-of.ts";
import type { Place, Standing } from "../places/place.ts";
import { whereOf } from "../places/where-of.ts";
import { keepFile } from "./keep-file.ts";
import type { Step } from "./step.ts";

interface Moving {
  readonly journal: Journal;
  /** For the file that stands at the new place, if one does. */
  readonly kept: string;
  readonly signal: AbortSignal;
}

/** Gives an entry another place on the same disk, over the file that stands there. Throws the system's EXDEV for another disk. */
export function moveEntry(from: Standing, to: Place, { journal, kept, signal }: Moving): Step {
  const over = to.entry;
  return {
    operation: {
      kind: "moved",
      from: whereOf(from),
      at: whereOf(to),
      identity: identityOf(from.entry.stats),
      ...(over === undefined ? {} : { kept: { name: kept, attributes: attributesOf(over.stats) } }),
    },
    async prepare() {
      if (over !== undefined) await keepFile(journal, kept, over, undefined, signal);
    },
    apply() {
      assertAsSeen(from);
      assertAsSeen(to);
      from.parent.withPath(from.name, (path) => to.parent.withPath(to.name, (target) => renameSync(path, target)));
    },
    folders: [from.parent, to.parent],
  };
}
