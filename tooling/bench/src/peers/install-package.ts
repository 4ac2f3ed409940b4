import { spawnSync } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { BenchFailure } from "../bench-failure.ts";
import { packageVersion } from "./package-version.ts";
import { peersFolder } from "./peers-folder.ts";

/**
 * Installs an npm package at an exact version unless it is there, in a folder of its own below `peers`, and says so. None of its
 * scripts run. It is kept out of the workspace, so that nothing of ours resolves into it and nobody installs it who runs no bench.
 *
 * @returns the package's own folder
 * @throws BenchFailure when npm fails
 */
export async function installPackage(name: string, version: string): Promise<string> {
  const folder = join(peersFolder, name.replace("@", "").replace("/", "-"));
  const installed = join(folder, "node_modules", name);
  const found = await packageVersion(installed).catch(() => undefined);
  if (found === version) return installed;

  console.error(`bench: installing ${name}@${version} into ${folder}`);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "package.json"), `${JSON.stringify({ private: true })}\n`);
  const options = ["--ignore-scripts", "--no-audit", "--no-fund", "--save-exact", "--loglevel=error"];
  const { status, error } = spawnSync("npm", ["install", ...options, `${name}@${version}`], {
    cwd: folder,
    // npm's own words to stderr: stdout belongs to the table.
    stdio: ["ignore", 2, 2],
    // On Windows npm is a script that only a shell can start.
    shell: process.platform === "win32",
  });
  if (status !== 0)
    throw new BenchFailure(`npm could not install ${name}@${version}${error ? `: ${error.message}` : ""}`);
  return installed;
}
