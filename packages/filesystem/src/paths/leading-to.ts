import type { FoundFolder } from "../files.ts";
import type { Root } from "../roots/root.ts";

/**
 * What stands before the names of a folder's entries, so that a listed path can be passed back as it is: nothing for the
 * first root, whose paths may be relative; else the folder's path from there, or its absolute path.
 */
export function leadingTo({ root, names }: Pick<FoundFolder, "root" | "names">, roots: readonly Root[]): string {
  const relative = names.map((name) => `${name}/`).join("");
  return root === roots[0] ? relative : `${root.given.replace(/[\\/]$/, "")}/${relative}`;
}
