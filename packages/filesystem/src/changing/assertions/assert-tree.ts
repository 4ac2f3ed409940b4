import { ConnectorError, type HeldDirectory } from "@drawbridge/core";
import { showName } from "../../paths/show-name.ts";
import { Tree } from "../../walking/tree.ts";
import { identityOf } from "../places/identity-of.ts";
import type { Standing } from "../places/place.ts";
import { replacedMeanwhile } from "../places/replaced-meanwhile.ts";

/** What is in a tree. */
export interface TreeCount {
  readonly entries: number;
  readonly bytes: number;
}

type StandingThere = Pick<Standing, "names" | "entry" | "parent" | "name" | "path">;

/** Deeper trees than any path reaches. */
const deepest = 4096;

/**
 * Looks at a standing entry and all that is in it, before it is moved, copied or deleted as a whole.
 *
 * @param check told the names from the root of each entry; throws for what must not go along
 */
export async function assertTree(
  place: StandingThere,
  signal: AbortSignal,
  check: (names: readonly string[], isFile: boolean) => void,
): Promise<TreeCount> {
  const { names, entry, path } = place;
  check(names, entry.stats.isFile());
  if (!entry.stats.isDirectory()) return { entries: 1, bytes: Number(entry.stats.size) };
  using folder = folderAgain(place);
  let [entries, bytes] = [1, 0];
  const tree = new Tree({
    depth: deepest,
    toTheBottom: true,
    hidden: true,
    ignoring: undefined,
    after: undefined,
    signal,
    // They go along: what decides that is in UTF-8, and no tool can ask for them anywhere.
    misnamed(inner) {
      check([...names, ...inner], false);
      entries += 1;
    },
  });
  for await (const inner of tree.entries(folder, path)) {
    check([...names, ...inner.names], inner.type === "file");
    entries += 1;
    if (inner.type === "file") bytes += inner.stats()?.size ?? 0;
  }
  if (tree.unreadable === 0) return { entries, bytes };
  throw new ConnectorError(
    "refused",
    `${showName(path)} holds ${tree.unreadable} folders that this server's user cannot read, that lie too deep or whose names are not UTF-8, ` +
      "so that nobody can tell whether something protected is among them. Name what else is in it one by one.",
  );
}

/** The entry is needed afterwards, and is left as it is. */
function folderAgain({ parent, name, entry, path }: StandingThere): HeldDirectory {
  try {
    using again = parent.step(name);
    if (identityOf(again.stats) === identityOf(entry.stats)) return again.intoDirectory();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
  throw replacedMeanwhile(path);
}
