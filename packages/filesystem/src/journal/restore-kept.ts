import { closeSync, renameSync } from "node:fs";
import { copyContent } from "../changing/copy-content.ts";
import { createFile } from "../changing/create-file.ts";
import { removeTree } from "../changing/remove-tree.ts";
import { setAttributes } from "../changing/set-attributes.ts";
import { statsAt } from "../changing/stats-at.ts";
import { syncDirectory } from "../changing/sync-directory.ts";
import type { Journal } from "./journal.ts";
import type { Kept } from "./operation.ts";
import type { HeldPlace } from "./places.ts";

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
