import type { HeldDirectory, PathMatcher } from "@drawbridge/core";
import type { Files } from "../files.ts";
import { globWithin } from "../globs/glob-within.ts";
import { leadingTo } from "../paths/leading-to.ts";
import { shownPath } from "../paths/shown-path.ts";
import { keptSecret } from "../reading/kept-secret.ts";
import type { Root } from "../roots/root.ts";

const everything = "*";

/** Where a search looks: a folder, or one file in it. */
export interface SearchPlace extends Disposable {
  readonly root: Root;
  /** Of the folder, from the root. */
  readonly names: readonly string[];
  readonly directory: HeldDirectory;
  /** The one file that is searched, by its name in the folder. */
  readonly file: string | undefined;
  readonly matches: PathMatcher;
  /** No glob says which files are searched. */
  readonly isWhole: boolean;
  /** What stands before a file's names in the answer. */
  readonly leading: string;
  /** The path that is searched, for the header. */
  readonly shown: string;
}

/** Reaches what a search is to look through. The result holds it open: dispose of it. */
export function searchPlace(
  { path, glob = everything }: { path: string; glob?: string | undefined },
  files: Files,
): SearchPlace {
  const found = files.reach(path);
  const { root, names, entry, parent } = found;
  const isFile = entry?.stats.isFile() ?? false;
  if (isFile) {
    // Of a whole folder such files are left out; who names one should not take that for no match.
    if (files.denies(found)) {
      found[Symbol.dispose]();
      throw keptSecret(names);
    }
    const above = { root, names: names.slice(0, -1), directory: parent };
    return {
      ...above,
      file: names.at(-1),
      matches: globWithin(glob, above),
      isWhole: glob === everything,
      leading: leadingTo(above, files.roots),
      shown: shownPath(root, names),
      [Symbol.dispose]: () => found[Symbol.dispose](),
    };
  }
  found[Symbol.dispose]();
  const folder = files.reachFolder(path);
  try {
    return {
      ...folder,
      file: undefined,
      matches: globWithin(glob, folder),
      isWhole: glob === everything,
      leading: leadingTo(folder, files.roots),
      shown: shownPath(folder.root, folder.names),
      [Symbol.dispose]: () => folder[Symbol.dispose](),
    };
  } catch (error) {
    folder[Symbol.dispose]();
    throw error;
  }
}
