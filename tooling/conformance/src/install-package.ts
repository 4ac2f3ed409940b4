import { spawnSync } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ConformanceFailure } from "./conformance-failure.ts";
import { suiteFolder } from "./suite-folder.ts";

/**
 * Installs an npm package at an exact version unless it is there, and says so. None of its scripts run. It is kept out of the
 * workspace, so that nobody downloads it who does not run the suite.
 *
 * @returns the package's own folder
 */
export async function installPackage(name: string, version: string): Promise<string> {
  const folder = join(suiteFolder, name.replace("@", "").replace("/", "-"));
  const installed = join(folder, "node_modules", name);
  if ((await versionIn(installed)) === version) return installed;
  console.error(`conformance: installing ${name}@${version} into ${folder}`);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "package.json"), `${JSON.stringify({ private: true })}\n`);
  const options = ["--ignore-scripts", "--no-audit", "--no-fund", "--save-exact", "--loglevel=error"];
  const { status, error } = spawnSync("npm", ["install", ...options, `${name}@${version}`], {
    cwd: folder,
    // npm's own words to stderr: stdout belongs to the tables.
    stdio: ["ignore", 2, 2],
    // On Windows npm is a script that only a shell can start.
    shell: process.platform === "win32",
  });
  if (status === 0) return installed;
  throw new ConformanceFailure(`npm could not install ${name}@${version}${error ? `: ${error.message}` : ""}`);
}

async function versionIn(folder: string): Promise<string | undefined> {
  try {
    return (JSON.parse(await readFile(join(folder, "package.json"), "utf8")) as { version: string }).version;
  } catch {
    return undefined;
  }
}
