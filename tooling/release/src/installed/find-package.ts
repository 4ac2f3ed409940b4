import { existsSync, realpathSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** Where the code in a folder finds a package of this name, as Node looks for it; undefined where it is not installed. */
export function findPackage(name: string, from: string): string | undefined {
  for (let folder = realpathSync(from); ; folder = dirname(folder)) {
    const candidate = join(folder, "node_modules", name);
    if (basename(folder) !== "node_modules" && existsSync(join(candidate, "package.json")))
      return realpathSync(candidate);
    if (folder === dirname(folder)) return undefined;
  }
}
