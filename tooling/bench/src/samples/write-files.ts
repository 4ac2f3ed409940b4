import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setImmediate } from "node:timers/promises";

const IN_ONE_GO = 500;

/**
 * Makes the files, and the folders they need, below the given one. Each write is synchronous, so that none is still under way, making
 * a file again, when an interrupted run removes its samples; between some of them a signal is heard.
 */
export async function writeFiles(
  folder: string,
  relativePaths: readonly string[],
  textOf: (index: number) => string,
): Promise<void> {
  const paths = relativePaths.map((path) => join(folder, path));
  for (const path of new Set(paths.map((file) => dirname(file)))) mkdirSync(path, { recursive: true });
  for (const [index, path] of paths.entries()) {
    writeFileSync(path, textOf(index));
    if (index % IN_ONE_GO === 0) await setImmediate();
  }
}
