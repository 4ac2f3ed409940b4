import { join } from "node:path";
import type { Root } from "../roots/root.ts";
import { showName } from "./show-name.ts";

/** The absolute path of names under a root, as it is shown and can be passed back. */
export function shownPath(root: Root, names: readonly string[]): string {
  return showName(join(root.given, ...names));
}
