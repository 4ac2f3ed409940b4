import { renameSync } from "node:fs";
import type { Journal } from "../../journal/journal.ts";
import { assertAsSeen } from "../assertions/assert-as-seen.ts";
import { attributesOf } from "../disk/attributes-of.ts";
import { createFile } from "../disk/create-file.ts";
import { setAttributes } from "../disk/set-attributes.ts";
import type { FileContent } from "../file-content.ts";
import { identityOf } from "../places/identity-of.ts";
import type { Standing } from "../places/place.ts";
import { whereOf } from "../places/where-of.ts";
import { keepFile } from "./keep-file.ts";
import type { Step } from "./step.ts";

interface Replacing {
  readonly journal: Journal;
  readonly content: FileContent;
  /** What the file held, where it was read already. */
  readonly before?: Uint8Array | undefined;
  readonly temporary: string;
  readonly kept: string;
  readonly signal: AbortSignal;
}

/**
 * Puts new content in the place of a file's, keeping its permissions and owner. Other names of the same file (hard links)
 * keep the old content: a reader sees the one or the other, and never a part.
 */
export function replaceFile(place: Standing, replacing: Replacing): Step {
  const { journal, content, before, temporary, kept, signal } = replacing;
  const { parent, name, entry } = place;
  const attributes = attributesOf(entry.stats);
  const { mode, uid, gid } = attributes;
  return {
    operation: {
      kind: "replaced",
      at: whereOf(place),
      temporary,
      kept: { name: kept, attributes },
      identity: identityOf(entry.stats),
      digest: content.digest,
    },
    async prepare() {
      // Both to their end: what fails must not leave the other at work on what is being taken back.
      const [keeping, making] = await Promise.allSettled([
        keepFile(journal, kept, entry, before, signal),
        createFile(parent, temporary, async (descriptor) => {
          await content.fill(descriptor, signal);
          setAttributes(descriptor, { mode, uid, gid });
        }),
      ]);
      if (keeping.status === "rejected") throw keeping.reason;
      if (making.status === "rejected") throw making.reason;
    },
    apply() {
      assertAsSeen(place);
      parent.withPath(temporary, (from) => parent.withPath(name, (to) => renameSync(from, to)));
    },
    folders: [parent],
  };
}
