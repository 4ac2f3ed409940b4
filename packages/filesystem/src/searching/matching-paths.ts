import type { HeldDirectory } from "@drawbridge/core";
import type { Chunk } from "./chunk-files.ts";
import { ripgrep } from "./ripgrep.ts";

/**
 * Longer than this, in milliseconds, no child may take for what it was given. What is not divided any further is given up after that:
 * a good while, since a busy machine may take long to start a child.
 */
const patience = { several: 300, each: 0.5, undivided: 5000 };

/**
 * Names those of some files in which a pattern matches; undefined where it takes too long.
 *
 * @param divisible whether several files are searched in parts where they take long together
 */
export async function matchingPaths(
  files: Chunk["files"],
  pattern: readonly string[],
  {
    folder,
    signal,
    divisible = true,
  }: { readonly folder: HeldDirectory; readonly signal: AbortSignal; readonly divisible?: boolean },
): Promise<Chunk["files"] | undefined> {
  const isDivided = divisible && files.length > 1;
  const time = AbortSignal.timeout(
    isDivided ? patience.several + Math.round(patience.each * files.length) : patience.undivided,
  );
  const named = new Set<string>();
  try {
    const run = {
      // Without files, what it is told of the pattern is all that is wanted; it then reads an empty input.
      arguments: [
        "--files-with-matches",
        "--null",
        ...pattern,
        "--",
        ...(files.length > 0 ? files.map(pathOf) : ["-"]),
      ],
      folder: folder.address,
      end: 0,
    };
    for await (const { bytes } of ripgrep(run, AbortSignal.any([signal, time]))) named.add(bytes.toString());
  } catch (error) {
    if (time.aborted && !signal.aborted) return undefined;
    throw error;
  }
  return files.filter((names) => named.has(pathOf(names)));
}

/** Behind `./`, since a file may be called `-`, which ripgrep takes for its input. */
function pathOf(names: readonly string[]): string {
  return `./${names.join("/")}`;
}
