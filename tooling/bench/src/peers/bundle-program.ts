import { spawnSync } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { BenchFailure } from "../bench-failure.ts";
import { peersFolder } from "./peers-folder.ts";

const bundler = fileURLToPath(new URL("../../../bundle/src/bundle-connector.js", import.meta.url));

/**
 * Bundles a program with the very script that bundles what we publish, in a folder of its own below `peers`: two programs then differ
 * in what they do, and not in how they were made.
 *
 * @param manifest what its package.json says beside its name
 * @param source the path of TypeScript that exports `serve`
 * @returns the path of the bundle
 * @throws BenchFailure when it cannot be bundled
 */
export async function bundleProgram(name: string, manifest: object, source: string): Promise<string> {
  const folder = join(peersFolder, name);
  await mkdir(join(folder, "src"), { recursive: true });
  await writeFile(
    join(folder, "package.json"),
    `${JSON.stringify({ name, private: true, type: "module", ...manifest })}\n`,
  );
  await writeFile(join(folder, "src", "cli.ts"), `import { serve } from ${JSON.stringify(source)};\nawait serve();\n`);
  // The bundler's own words to stderr: stdout belongs to the table.
  const { status } = spawnSync(process.execPath, [bundler], { cwd: folder, stdio: ["ignore", 2, 2] });
  if (status !== 0) throw new BenchFailure(`${source} could not be bundled`);
  return join(folder, "dist", "cli.js");
}
