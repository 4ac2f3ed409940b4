import { beginsWith } from "../paths/begins-with.ts";
import { namesOf } from "../paths/names-of.ts";
import type { Root } from "../roots/root.ts";

/**
 * Of the roots whose path begins a place's, the one that lies deepest.
 *
 * @param of which of a root's paths counts
 */
export function innermostRoot(
  roots: readonly Root[],
  place: readonly string[],
  of: (root: Root) => string,
): Root | undefined {
  let best: Root | undefined;
  for (const root of roots) {
    const isDeeper = best === undefined || namesOf(of(root)).length > namesOf(of(best)).length;
    if (isDeeper && beginsWith(place, namesOf(of(root)))) best = root;
  }
  return best;
}
