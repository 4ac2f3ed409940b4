import { sep } from "node:path";
import { shownPath } from "../paths/shown-path.ts";
import type { Root } from "./root.ts";

/**
 * The innermost root that holds a place, whose grant counts for changes there. A relative path or a link reaches a root
 * that lies in another from that one.
 */
export function innermostRoot(roots: readonly Root[], root: Root, names: readonly string[]): Root {
  const path = shownPath({ ...root, given: root.real }, names);
  return roots.reduce((innermost, other) => {
    const isWithin = path === other.real || path.startsWith(other.real.endsWith(sep) ? other.real : other.real + sep);
    return isWithin && other.real.length > innermost.real.length ? other : innermost;
  }, root);
}
