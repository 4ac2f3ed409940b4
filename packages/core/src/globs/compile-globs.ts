import { compileGlob, type PathMatcher } from "./compile-glob.ts";
import { foldCase } from "./fold-case.ts";

/** The name that a glob ends with, where it means no other. */
const plainEnd = /(?:^|\/)([^/*?[\]\\{},!]+)$/;

/** A folder with all that is in it. */
const withAllInside = /^(.*[^/])\/\*\*$/;

/**
 * Compiles globs that are asked of every path of a tree, as `compileGlob` does with `ignoreCase` and `anywhere`. Those
 * that end with a plain name are looked up by it, so that most paths cost nothing for them.
 */
export function compileGlobs(globs: readonly string[]): PathMatcher {
  const folders = globs.flatMap((glob) => withAllInside.exec(glob)?.[1] ?? []);
  const meansFolder = byLastName(folders);
  const meansPlace = byLastName(globs.filter((glob) => !withAllInside.test(glob)));
  const isInside = inFolder((names) => names.some((_, index) => meansFolder(names, index + 1)));
  return (names) => isInside(names) || meansFolder(names, names.length) || meansPlace(names, names.length);
}

/** Whether what is asked of folders holds for the one that a place lies in: of places in a row most lie in the same. */
function inFolder(holds: PathMatcher): PathMatcher {
  let last: { readonly folder: readonly string[]; readonly holds: boolean } | undefined;
  return (names) => {
    const depth = Math.max(0, names.length - 1);
    if (last?.folder.length !== depth || !last.folder.every((name, index) => name === names[index])) {
      const folder = names.slice(0, depth);
      last = { folder, holds: holds(folder) };
    }
    return last.holds;
  };
}

/** Whether any of the globs means the first names of a path, so many of them. */
function byLastName(globs: readonly string[]): (names: readonly string[], length: number) => boolean {
  const byName = new Map<string, PathMatcher[]>();
  const others: PathMatcher[] = [];
  for (const glob of globs) {
    const matches = compileGlob(glob, { ignoreCase: true, anywhere: true });
    const name = plainEnd.exec(glob)?.[1];
    if (name === undefined || name === "." || name === "..") others.push(matches);
    else byName.set(foldCase(name), [...(byName.get(foldCase(name)) ?? []), matches]);
  }
  return (names, length) => {
    const named = byName.get(foldCase(names[length - 1] ?? "")) ?? none;
    if (named.length + others.length === 0) return false;
    const path = length === names.length ? names : names.slice(0, length);
    return named.some((matches) => matches(path)) || others.some((matches) => matches(path));
  };
}

const none: readonly PathMatcher[] = [];
