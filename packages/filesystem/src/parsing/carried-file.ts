import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * Where a file or folder of another package lies, which package.json names under `bundle.process.files`: beside the bundled
 * process or, where that is not bundled, in its package.
 */
export function carriedFile(packageName: string, file: string): string {
  const beside = join(dirname(fileURLToPath(import.meta.url)), basename(file));
  if (existsSync(beside)) return beside;
  return join(dirname(createRequire(import.meta.url).resolve(`${packageName}/package.json`)), file);
}
