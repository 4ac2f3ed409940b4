import type { Files } from "../files.ts";
import { showName } from "../paths/show-name.ts";
import { shownPath } from "../paths/shown-path.ts";
import type { Location } from "./locate.ts";

/** Where what is missing under the first root, from which relative paths are meant, stands under another; empty for nowhere. */
export function alsoUnder(files: Pick<Files, "roots" | "walkTo">, { root, names }: Location): string {
  const [first, ...others] = files.roots;
  if (root !== first || names.length === 0) return "";
  const there = others.find((other) => stands(files, { root: other, names }));
  return there === undefined
    ? ""
    : ` ${showName(shownPath(there, names))} is there, under another root: give that path.`;
}

function stands(files: Pick<Files, "walkTo">, location: Location): boolean {
  try {
    files.walkTo(location, true)[Symbol.dispose]();
    return true;
  } catch {
    return false;
  }
}
