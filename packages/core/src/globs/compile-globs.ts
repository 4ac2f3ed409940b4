import { compileGlob, type PathMatcher } from "./compile-glob.ts";
import { foldCase } from "./fold-case.ts";

/** The name that a glob ends with, where it means no other. */
const plainEnd = /(?:^|\/)([^/*?[\]\\{},!]+)$/;

/**
 * Compiles globs that are asked of every path of a tree, as `compileGlob` does with `ignoreCase` and `anywhere`. Those
 * that end with a plain name are looked up by it, so that most paths cost nothing for them.
 */
export function compileGlobs(globs: readonly string[]): PathMatcher {
  const byName = new Map<string, PathMatcher[]>();
  const others: PathMatcher[] = [];
  for (const glob of globs) {
    const matches = compileGlob(glob, { ignoreCase: true, anywhere: true });
    const name = plainEnd.exec(glob)?.[1];
    if (name === undefined || name === "." || name === "..") others.push(matches);
    else byName.set(foldCase(name), [...(byName.get(foldCase(name)) ?? []), matches]);
  }
  return (names) => {
    const named = byName.get(foldCase(names.at(-1) ?? ""));
    return (named?.some((matches) => matches(names)) ?? false) || others.some((matches) => matches(names));
  };
}
