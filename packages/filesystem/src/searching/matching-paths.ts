import type { HeldDirectory } from "@drawbridge/core";
import type { Chunk } from "./chunk-files.ts";
import { ripgrep } from "./ripgrep.ts";

/**
 * Longer than this, in milliseconds, no child may take for what it was given. A single file may take longer, and many files on a
 * busy machine.
 */
const patience = { several: 300, each: 0.5, one: 1000 };

/** Names those of some files in which a pattern matches; undefined where it takes too long. */
export async function matchingPaths(
  files: Chunk["files"],
  pattern: readonly string[],
  { folder, signal }: { readonly folder: HeldDirectory; readonly signal: AbortSignal },
): Promise<Chunk["files"] | undefined> {
  const time = AbortSignal.timeout(
    files.length > 1 ? patience.several + Math.round(patience.each * files.length) : patience.one,
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
