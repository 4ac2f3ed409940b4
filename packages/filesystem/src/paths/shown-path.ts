import { join } from "node:path";
import type { Root } from "../roots/root.ts";

/** The absolute path of names under a root, as it is answered and can be passed back. */
export function shownPath(root: Root, names: readonly string[]): string {
  return join(root.given, ...names);
}
