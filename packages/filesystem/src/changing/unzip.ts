import type { Files } from "../files.ts";
import { shownPath } from "../paths/shown-path.ts";
import { openRegular } from "../reading/open-regular.ts";
import { Archive } from "../zipping/archive.ts";
import type { ArchiveTree } from "../zipping/archive-tree.ts";
import { breather } from "../zipping/breather.ts";
import { notUnpacked } from "../zipping/not-unpacked.ts";
import { unpack } from "../zipping/unpack.ts";
import { assertAlong } from "./assertions/assert-along.ts";
import { atTrees } from "./places/at-trees.ts";
import { NewPlaces } from "./places/new-places.ts";
import type { Place } from "./places/place.ts";
import { makeWhole } from "./steps/make-whole.ts";
import { type Caller, transact } from "./transaction/transact.ts";

const longestPath = 4096;

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
  return await atTrees(
    files,
    [{ written: to, effect: "write", followLast: true, isRootMeant: true }],
    signal,
    async ([target]) => {
      if (target === undefined) throw new Error("A place was asked for");
      await assertAllowed(files, target, tree, signal);
      using places = new NewPlaces(target, tree.root);
      const transaction = await transact(files, caller, (_, names) =>
        places.found.map(({ place, archived }) =>
          makeWhole(place, {
            type: archived.type === "file" ? "file" : "tree",
            temporary: names.temporary(),
            make: (parent, temporary) => unpack(archived, parent, temporary, unpacking),
          }),
        ),
      );
      return { to: target.path, entries: tree.entries - places.existing, bytes, transaction };
    },
  );
}

/** Looks at each place that would be taken, before any is. */
async function assertAllowed(
  files: Files,
  { root, names }: Pick<Place, "root" | "names">,
  tree: ArchiveTree,
  signal: AbortSignal,
): Promise<void> {
  const breathe = breather(signal);
  for (const inner of tree.ways()) {
    const place = [...names, ...inner];
    const path = shownPath(root, place);
    if (Buffer.byteLength(path) > longestPath)
      throw notUnpacked("refused", `would have a path longer than ${longestPath} bytes there.`, { entry: path });
    assertAlong(files, root, place, "write");
    await breathe();
  }
}
