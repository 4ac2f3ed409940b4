import type { Files } from "../files.ts";
import type { Root } from "../roots/root.ts";
import type { Where } from "./operation.ts";

/** Where a recorded place lies among the roots of now; undefined where none of them holds it. */
export function locateExactly(
  { roots }: Pick<Files, "roots">,
  { root: recorded, names }: Where,
): { readonly root: Root; readonly names: readonly string[] } | undefined {
  const whole = [...namesOf(recorded), ...names];
  let innermost: { readonly root: Root; readonly names: readonly string[] } | undefined;
  for (const root of roots) {
    const above = namesOf(root.real);
    const names = whole.slice(above.length);
    if (!above.every((name, index) => name === whole[index])) continue;
    if (names.length > 0 && names.length < (innermost?.names.length ?? Number.POSITIVE_INFINITY))
      innermost = { root, names };
  }
  return innermost;
}

function namesOf(path: string): string[] {
  return path.split(/[\\/]/).filter((name) => name !== "");
}
