import { ConnectorError, type HeldDirectory } from "@drawbridge/core";
import type { Files } from "../files.ts";
import { showName } from "../paths/show-name.ts";
import { comparedName } from "../zipping/compared-name.ts";
import { PackCount } from "../zipping/pack-count.ts";
import { Packer } from "../zipping/packer.ts";
import { createFile } from "./disk/create-file.ts";
import { setAttributes } from "./disk/set-attributes.ts";
import { atTrees } from "./places/at-trees.ts";
import { notThere } from "./places/not-there.ts";
import type { Place, Standing } from "./places/place.ts";
import { stands } from "./places/stands.ts";
import { makeWhole } from "./steps/make-whole.ts";
import { type Caller, transact } from "./transaction/transact.ts";

/** What was packed, what was left out, and the transaction's number. */
export interface Zipped {
  readonly to: string;
  readonly entries: number;
  readonly bytes: number;
  readonly transaction: string;
  readonly left_out?: PackCount["leftOut"];
}

/**
 * Packs files and folders into a new archive, whole or not at all. Links are left out: what they lead to may lie anywhere,
 * and nothing that unpacks them is asked to follow them.
 */
export async function zip(
  files: Files,
  { paths, to }: { readonly paths: readonly string[]; readonly to: string },
  caller: Caller & { packed(bytes: number): void },
): Promise<Zipped> {
  const wanted = [
    { written: to, effect: "write", followLast: false } as const,
    ...paths.map((written) => ({ written, effect: "read", followLast: false }) as const),
  ];
  const { signal } = caller;
  return atTrees(files, wanted, signal, async ([target, ...places]) => {
    if (target === undefined) throw new Error("A place was asked for");
    if (stands(target))
      throw new ConnectorError("conflict", `${showName(target.path)} exists already. Take another name.`);
    const sources = places.map((place) => packable(files, place));
    assertDistinct(sources);
    const count = new PackCount();
    const make = async (parent: HeldDirectory, temporary: string) => {
      let digest = "";
      await createFile(parent, temporary, async (descriptor) => {
        const packer = new Packer(files, descriptor, { signal, count, packed: (bytes) => caller.packed(bytes) });
        for (const source of sources) await packer.pack(source);
        digest = await packer.finish();
        setAttributes(descriptor, { mode: 0o666 & ~process.umask() });
      });
      return digest;
    };
    const transaction = await transact(files, caller, (_, names) => [
      makeWhole(target, { type: "file", temporary: names.temporary(), make }),
    ]);
    return { to: target.path, transaction, ...shown(count) };
  });
}

function packable(files: Files, place: Place): Standing {
  const path = showName(place.path);
  if (!stands(place)) throw notThere(files, place);
  const { stats } = place.entry;
  if (stats.isFile() || stats.isDirectory()) return place;
  const what = stats.isSymbolicLink() ? "a link: name what it leads to" : "neither a file nor a folder";
  throw new ConnectorError("refused", `${path} is ${what}. Nothing was packed.`);
}

/** Each stands in the archive under its own name alone. */
function assertDistinct(sources: readonly Standing[]): void {
  const names = new Set<string>();
  for (const { name } of sources) {
    if (names.has(comparedName(name)))
      throw new ConnectorError(
        "invalid_input",
        `Two of paths are called ${showName(name)}, or nearly so, and would have one place in the archive. Pack them apart, or the folders that hold them.`,
      );
    names.add(comparedName(name));
  }
}

function shown({ entries, bytes, leftOut }: PackCount) {
  const isWhole = Object.values(leftOut).every((count) => count === 0);
  return { entries, bytes, ...(isWhole ? {} : { left_out: leftOut }) };
}
