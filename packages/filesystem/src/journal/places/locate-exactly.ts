import type { Files } from "../../files.ts";
import { namesOf } from "../../paths/names-of.ts";
import { governingRoot } from "../../roots/governing-root.ts";
import type { Root } from "../../roots/root.ts";
import type { Where } from "../records/operation.ts";

/** Where a recorded place lies among the roots of now; undefined where none of them holds it. */
export function locateExactly(
  { roots }: Pick<Files, "roots">,
  { root: recorded, names }: Where,
): { readonly root: Root; readonly names: readonly string[] } | undefined {
  const whole = [...namesOf(recorded), ...names];
  for (const root of roots) {
    const above = namesOf(root.real);
    if (above.length < whole.length && above.every((name, index) => name === whole[index]))
      return governingRoot(roots, { root, names: whole.slice(above.length) });
  }
  return undefined;
}
