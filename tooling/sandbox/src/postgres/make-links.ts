import { existsSync, readFileSync, symlinkSync } from "node:fs";
import { basename, join } from "node:path";

/**
 * Makes the links that a package of PostgreSQL's programs lists, since packages hold none. Its own script would at installation, at
 * which nothing is run here.
 */
export function makeLinks(folder: string): void {
  const list = join(folder, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
  for (const { source, target } of links) {
    try {
      // Beside what it leads to.
      symlinkSync(basename(source), join(folder, target));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
  }
}
