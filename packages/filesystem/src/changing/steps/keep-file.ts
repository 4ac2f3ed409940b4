import { closeSync } from "node:fs";
import type { HeldEntry } from "@drawbridge/core";
import type { Journal } from "../../journal/journal.ts";
import { copyContent } from "../disk/copy-content.ts";
import { createFile } from "../disk/create-file.ts";
import { writeAll } from "../disk/write-all.ts";

/**
 * Copies a file into the journal, where nobody else may read it.
 *
 * @param content what it holds, where that is known already
 */
export async function keepFile(
  journal: Journal,
  name: string,
  entry: HeldEntry,
  content?: Uint8Array,
  signal?: AbortSignal,
): Promise<void> {
  await createFile(journal.directory, name, async (descriptor) => {
    if (content !== undefined) return writeAll(descriptor, content);
    const from = entry.openFile();
    try {
      await copyContent(from, descriptor, { signal });
    } finally {
      closeSync(from);
    }
  });
}
