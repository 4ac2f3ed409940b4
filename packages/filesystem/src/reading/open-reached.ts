import type { BigIntStats } from "node:fs";
import { ConnectorError } from "@drawbridge/core";
import type { Files, Found } from "../files.ts";
import { fileError } from "../paths/file-error.ts";
import { showName } from "../paths/show-name.ts";
import { shownPath } from "../paths/shown-path.ts";
import { keptSecret } from "./kept-secret.ts";
import { OpenedFile } from "./opened-file.ts";
import { tooLarge } from "./too-large.ts";

const limitAdvice = "The person who runs this server decides that with --max-file-bytes.";

/**
 * Opens for reading what was reached. Only a regular file is ever opened: a FIFO or a device could hang the server or do
 * something. Throws `invalid_input` for a folder, `refused` for anything else and for a place of secrets.
 *
 * @param written the path as the caller wrote it
 */
export function openReached(files: Files, found: Found, written: string): OpenedFile {
  const { entry, root, names } = found;
  if (entry === undefined || entry.stats.isDirectory()) {
    throw new ConnectorError("invalid_input", `${showName(written)} is a folder. fs_list shows what is in it.`);
  }
  if (!entry.stats.isFile()) {
    throw new ConnectorError("refused", `${showName(written)} is ${kindOf(entry.stats)}. Only regular files are read.`);
  }
  if (files.denies(found)) throw keptSecret(names);
  if (files.maxFileBytes !== undefined && entry.stats.size > files.maxFileBytes) {
    throw tooLarge(written, entry.stats.size, files.maxFileBytes, limitAdvice);
  }
  const path = shownPath(root, names);
  try {
    return new OpenedFile({ descriptor: entry.openFile(), stats: entry.stats, root, names, path });
  } catch (error) {
    throw fileError(error, written);
  }
}

function kindOf(stats: BigIntStats): string {
  if (stats.isFIFO()) return "a FIFO (named pipe)";
  if (stats.isSocket()) return "a socket";
  return stats.isSymbolicLink() ? "a link" : "a device";
}
