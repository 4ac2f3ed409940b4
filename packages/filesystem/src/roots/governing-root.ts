import { namesOf } from "../paths/names-of.ts";
import type { Root } from "./root.ts";

/** A place by its names from a root. */
interface Rooted {
  readonly root: Root;
  readonly names: readonly string[];
}

/**
 * The innermost root that holds a place, whose grant is the one that counts there: a link, or the root around it, leads into
 * a root that allows less as well.
 */
export function governingRoot(roots: readonly Root[], { root, names }: Rooted): Rooted {
  const whole = [...namesOf(root.real), ...names];
  let innermost: Rooted = { root, names };
  for (const candidate of roots) {
    const above = namesOf(candidate.real);
    const isInner = whole.length - above.length < innermost.names.length;
    if (isInner && above.length <= whole.length && above.every((name, index) => name === whole[index]))
      innermost = { root: candidate, names: whole.slice(above.length) };
  }
  return innermost;
}
