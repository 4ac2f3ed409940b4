import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { run } from "./run.js";

const root = fileURLToPath(new URL("../../..", import.meta.url));

/**
 * A package as it would be published.
 *
 * @typedef {{ name: string, version: string, filename: string, size: number, files: { path: string }[] }} Packed
 */

/** The folders of all packages that are published. */
export function publishedFolders() {
  return ["packages", "tooling"]
    .flatMap((room) => readdirSync(join(root, room)).map((name) => join(root, room, name)))
    .filter((folder) => existsSync(join(folder, "package.json")))
    .filter((folder) => JSON.parse(readFileSync(join(folder, "package.json"), "utf8")).private !== true);
}

/**
 * Packs every published package into a folder, as they are built.
 *
 * @param {string} folder
 * @returns {Packed[]}
 */
export function packAll(folder) {
  const args = ["pack", "--json", "--config.ignore-scripts=true", "--pack-destination", folder];
  return publishedFolders().map((from) => JSON.parse(run("pnpm", args, from)));
}
