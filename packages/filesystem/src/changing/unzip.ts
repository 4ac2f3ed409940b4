import { ConnectorError } from "@drawbridge/core";
import type { Files } from "../files.ts";
import { showName } from "../paths/show-name.ts";
import { openRegular } from "../reading/open-regular.ts";
import { Archive } from "../zipping/archive.ts";
import { unpack } from "../zipping/unpack.ts";
import { atTrees } from "./at-trees.ts";
import { makeWhole } from "./steps/make-whole.ts";
import { type Caller, transact } from "./transact.ts";

/** What was unpacked, and its number. */
export interface Unzipped {
  readonly to: string;
  readonly entries: number;
  readonly bytes: number;
  readonly transaction: string;
}

/** Unpacks an archive into a folder, all of it or nothing, and over nothing that is there. */
export async function unzip(
  files: Files,
  { path, to }: { readonly path: string; readonly to: string },
  caller: Caller & { unpacked(bytes: number, total: number): void },
): Promise<Unzipped> {
  const { signal } = caller;
  using file = openRegular(files, path);
  const archive = await Archive.open(file, files.maxFileBytes, signal);
  const { bytes, tree } = archive;
  const unpacking = { archive, signal, unpacked: (done: number) => caller.unpacked(done, bytes) };
  return await atTrees(files, [{ written: to, effect: "write", followLast: true }], signal, async ([target]) => {
    if (target === undefined) throw new Error("A place was asked for");
    if (target.entry !== undefined) throw new ConnectorError("conflict", `${showName(target.path)} exists already.`);
    const transaction = await transact(files, caller, (_, names) => [
      makeWhole(target, {
        type: "tree",
        temporary: names.temporary(),
        make: (parent, temporary) => unpack(tree.root, parent, temporary, unpacking),
      }),
    ]);
    return { to: target.path, entries: tree.entries, bytes, transaction };
  });
}
