import { BenchFailure } from "../bench-failure.ts";
import type { FilesystemSamples } from "../samples/filesystem-samples.ts";

/**
 * That every line to be found was found, once.
 *
 * @throws BenchFailure with both numbers
 */
export function checkHits(texts: readonly string[], { pattern, matches }: FilesystemSamples["searched"]): void {
  const found = texts
    .join("\n")
    .split("\n")
    .filter((line) => line.includes(pattern)).length;
  if (found !== matches) throw new BenchFailure(`expected ${matches} lines with "${pattern}"; ${found} came`);
}
