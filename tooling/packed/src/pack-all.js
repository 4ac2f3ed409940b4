import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { run } from "./run.js";

const packages = fileURLToPath(new URL("../../../packages", import.meta.url));

/**
 * A package as it would be published.
 *
 * @typedef {{ name: string, version: string, filename: string, size: number, files: { path: string }[] }} Packed
 */

/**
 * Packs every published package into a folder, as they are built.
 *
 * @param {string} folder
 * @returns {Packed[]}
 */
export function packAll(folder) {
  const args = ["pack", "--json", "--config.ignore-scripts=true", "--pack-destination", folder];
  return readdirSync(packages).map((name) => JSON.parse(run("pnpm", args, join(packages, name))));
}
