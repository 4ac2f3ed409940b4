import { ConnectorError, compileGlob, type PathMatcher } from "@drawbridge/core";
import type { FoundFolder } from "../files.ts";
import { shownPath } from "../paths/shown-path.ts";

const absolute = process.platform === "win32" ? /^(?:[\\/]|[a-z]:[\\/])/i : /^\//;

/**
 * Compiles a glob that a caller gave beside a folder: meant from the folder on, or absolute where it begins with the
 * folder's own path. Throws `invalid_input` for any other absolute one, which could match nothing.
 */
export function globWithin(glob: string, { root, names }: Pick<FoundFolder, "root" | "names">): PathMatcher {
  if (!absolute.test(glob)) return compileGlob(glob);
  const folders = [root.given, root.real].map((given) => shownPath({ ...root, given }, names).replace(/\/?$/, "/"));
  const folder = folders.find((path) => glob.startsWith(path));
  if (folder !== undefined) return compileGlob(glob.slice(folder.length - 1));
  throw new ConnectorError(
    "invalid_input",
    "The glob is absolute, and leads to nothing in the folder that is looked in. Give that folder as path, and the glob " +
      "from there on: *.md, src/**/*.ts.",
  );
}
