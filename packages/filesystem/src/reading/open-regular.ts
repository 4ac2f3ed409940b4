import type { Stats } from "node:fs";
import { ConnectorError } from "@drawbridge/core";
import type { Files } from "../files.ts";
import { fileError } from "../paths/file-error.ts";
import { showName } from "../paths/show-name.ts";
import { shownPath } from "../paths/shown-path.ts";
import type { OpenedFile } from "./opened-file.ts";

/**
 * Opens a file for reading. Only a regular file is ever opened: a FIFO or a device could hang the server or do
 * something. Throws `invalid_input` for a folder, `refused` for anything else and for a place of secrets.
 */
export async function openRegular(files: Files, written: string): Promise<OpenedFile> {
  using found = files.reach(written);
  const { entry, root, names } = found;
  if (entry === undefined || entry.stats.isDirectory()) {
    throw new ConnectorError("invalid_input", `${showName(written)} is a folder. fs_list shows what is in it.`);
  }
  if (!entry.stats.isFile()) {
    throw new ConnectorError("refused", `${showName(written)} is ${kindOf(entry.stats)}. Only regular files are read.`);
  }
  files.deny.assertReadable(names);
  try {
    const handle = await entry.openFile();
    const stats = await handle.stat({ bigint: true });
    return { handle, stats, root, names, path: shownPath(root, names), [Symbol.asyncDispose]: () => handle.close() };
  } catch (error) {
    throw fileError(error, written, () => files.reach(written));
  }
}

function kindOf(stats: Stats): string {
  if (stats.isFIFO()) return "a FIFO (named pipe)";
  if (stats.isSocket()) return "a socket";
  return stats.isSymbolicLink() ? "a link" : "a device";
}
