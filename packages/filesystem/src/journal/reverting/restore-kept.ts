import { closeSync, renameSync } from "node:fs";
import { copyContent } from "../../changing/disk/copy-content.ts";
import { createFile } from "../../changing/disk/create-file.ts";
import { removeTree } from "../../changing/disk/remove-tree.ts";
import { setAttributes } from "../../changing/disk/set-attributes.ts";
import { syncDirectory } from "../../changing/disk/sync-directory.ts";
import { statsAt } from "../../changing/places/stats-at.ts";
import type { Journal } from "../journal.ts";
import type { HeldPlace } from "../places/places.ts";
import type { Kept } from "../records/operation.ts";

/** Puts back a file that the journal keeps, with its permissions, owner and times, over what stands there. */
export async function restoreKept(journal: Journal, kept: Kept, to: HeldPlace): Promise<void> {
  const { parent, name } = to;
  const temporary = `.drawbridge-${kept.name}.tmp`;
  // Of an earlier try that was cut short.
  if (statsAt(parent, temporary) !== undefined) removeTree(parent, temporary);
  using entry = journal.directory.step(kept.name);
  const from = entry.openFile();
  try {
    await createFile(parent, temporary, async (descriptor) => {
      await copyContent(from, descriptor);
      setAttributes(descriptor, kept.attributes);
    });
  } finally {
    closeSync(from);
  }
  parent.withPath(temporary, (path) => parent.withPath(name, (target) => renameSync(path, target)));
  await syncDirectory(parent);
}
