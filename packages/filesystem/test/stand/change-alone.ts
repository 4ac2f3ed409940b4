// Run as: node <bundled> <root> <journal> <tool> <input as JSON>. Opens the connector's client and makes one change, without
// a server around it, which starts sooner. Says `done` at the end.
import { copy } from "../../src/changing/copy.ts";
import { editFiles } from "../../src/changing/edit-files.ts";
import { makeDirectory } from "../../src/changing/make-directory.ts";
import { move } from "../../src/changing/move.ts";
import { remove } from "../../src/changing/remove.ts";
import { unzip } from "../../src/changing/unzip.ts";
import { writeFile } from "../../src/changing/write-file.ts";
import { zip } from "../../src/changing/zip.ts";
import type { Files } from "../../src/files.ts";
import { undo } from "../../src/journal/undoing/undo.ts";
import { openClient } from "../../src/open-client.ts";
import { options } from "../../src/options.ts";

const [root = "", journal = "", tool = "", given = "{}"] = process.argv.slice(2);
const input = JSON.parse(given);
const caller = { tool, principal: "local", signal: new AbortController().signal, packed() {}, unpacked() {} };

/** With what the tools take where nothing is said. */
const changes: Readonly<Record<string, (files: Files) => Promise<unknown>>> = {
  fs_copy: (files) => copy(files, { overwrite: false, ...input }, caller),
  fs_delete: (files) => remove(files, input.path, input.recursive ?? false, caller),
  fs_edit: (files) => editFiles(files, { ...input, etags: {} }, caller),
  fs_mkdir: (files) => makeDirectory(files, input.path, caller),
  fs_move: (files) => move(files, { overwrite: false, ...input }, caller),
  fs_undo: (files) => undo(files, input.transaction, caller),
  fs_unzip: (files) => unzip(files, input, caller),
  fs_write: (files) => writeFile(files, { mode: "create", parents: false, ...input }, caller),
  fs_zip: (files) => zip(files, input, caller),
};

const files = await openClient(options.parse({ roots: [`${root}:full`], journal }), {
  access: "full",
  log: { write() {} } as never,
});
await changes[tool]?.(files);
process.stdout.write("done");
