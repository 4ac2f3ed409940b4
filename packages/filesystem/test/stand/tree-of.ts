import { lstatSync, readdirSync, readFileSync, readlinkSync } from "node:fs";
import { join } from "node:path";

/** All that is in a folder, by path, no link followed: what it is, its permissions, and its content or where it leads. */
export function treeOf(folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(factsBelow(folder, ""));
}

function factsBelow(folder: string, above: string): Array<readonly [string, string]> {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const [full, path] = [join(folder, entry.name), `${above}${entry.name}`];
      return [[path, factsOf(full)] as const, ...(entry.isDirectory() ? factsBelow(full, `${path}/`) : [])];
    });
}

function factsOf(path: string): string {
  const stats = lstatSync(path);
  const mode = (stats.mode & 0o7777).toString(8);
  if (stats.isSymbolicLink()) return `link to ${readlinkSync(path)}`;
  if (stats.isFile()) return `file ${mode} ${readFileSync(path, "latin1")}`;
  return `${stats.isDirectory() ? "folder" : "other"} ${mode}`;
}
