import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { manifest } from "./manifest.ts";
import { ownFiles } from "./own-files.ts";
import { renamed } from "./renamed.ts";
import type { Wanted } from "./wanted.ts";

/** What of the template's folder is the template, and not what was built in it. */
const taken = ["README.md", "package.json", "src", "test", "tsconfig.build.json", "tsconfig.json"];

/**
 * The files of a new connector, by their paths in its folder.
 *
 * @param template the folder that they are made from
 * @param versions of the packages that it depends on outside of the repository
 */
export function newFiles(
  template: string,
  wanted: Wanted,
  versions: Readonly<Record<string, string>>,
): ReadonlyMap<string, string> {
  const files = new Map(wanted.isInside ? [] : Object.entries(ownFiles));
  for (const entry of readdirSync(template, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
      .slice(template.length + 1)
      .replaceAll(sep, "/");
    if (!entry.isFile() || !taken.includes(path.split("/")[0] ?? "")) continue;
    const text = renamed(readFileSync(join(template, path), "utf8"), wanted);
    files.set(renamed(path, wanted), path === "package.json" ? manifest(text, wanted, versions) : text);
  }
  return files;
}
