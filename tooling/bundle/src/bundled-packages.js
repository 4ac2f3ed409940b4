import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * The packages whose code is in a bundle, by name and version.
 *
 * @param {Iterable<string>} files the paths of the bundled source files
 * @returns {{ name: string, version: string, license: string, folder: string }[]}
 */
export function bundledPackages(files) {
  const packages = new Map();
  for (const file of files) {
    if (!file.includes("node_modules")) continue;
    const folder = packageFolder(dirname(file));
    const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    packages.set(`${name} ${version}`, { name, version, license, folder });
  }
  return [...packages].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, bundled]) => bundled);
}

/** Some packages have a package.json without a name in their subfolders, to mark these as ES modules. */
function packageFolder(start) {
  for (let folder = start; folder !== dirname(folder); folder = dirname(folder)) {
    const manifest = join(folder, "package.json");
    if (existsSync(manifest) && JSON.parse(readFileSync(manifest, "utf8")).name !== undefined) return folder;
  }
  throw new Error(`No package holds ${start}`);
}
