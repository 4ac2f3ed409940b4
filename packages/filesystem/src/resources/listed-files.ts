import type { Dirent } from "node:fs";
import { pathToFileURL } from "node:url";
import { ConnectorError, makeVisible, type ResourceEntry } from "@drawbridge/core";
import type { Files } from "../files.ts";
import { canBeAsked } from "../paths/can-be-asked.ts";
import type { Root } from "../roots/root.ts";

/** A list for a person to pick from; a model has fs_list. */
const most = { files: 200, bytes: 48 * 1024 };

/** The regular files directly in the roots, places of secrets left out. */
export function listedFiles(files: Files): ResourceEntry[] {
  const entries: ResourceEntry[] = [];
  let bytes = 0;
  for (const root of files.roots) {
    const names = entriesOf(files, root)
      .filter(({ name }) => canBeAsked(name))
      .filter((entry) => entry.isFile() && !files.denies({ root, names: [entry.name], asked: [entry.name] }));
    for (const { name } of names.sort((a, b) => (a.name < b.name ? -1 : 1)).slice(0, most.files - entries.length)) {
      const entry = { uri: pathToFileURL(`${root.given}/${name}`).href, name };
      bytes += Buffer.byteLength(JSON.stringify(entry));
      if (bytes > most.bytes) return entries;
      entries.push(entry);
    }
  }
  return entries;
}

/** None of a folder that was moved away. */
function entriesOf(files: Files, { given }: Root): Dirent[] {
  try {
    using folder = files.reachFolder(makeVisible(given));
    return folder.directory.list();
  } catch (error) {
    if (ConnectorError.is(error)) return [];
    throw error;
  }
}
