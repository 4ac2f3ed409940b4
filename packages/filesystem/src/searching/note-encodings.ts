import type { HeldDirectory } from "@drawbridge/core";
import type { Chunk } from "./chunk-files.ts";
import { matchingPaths } from "./matching-paths.ts";
import { notUtf8 } from "./not-utf8.ts";
import { otherEncodings } from "./other-encodings.ts";

export interface EncodingSearch {
  readonly folder: HeldDirectory;
  readonly pattern: readonly string[];
  readonly signal: AbortSignal;
  /** In which encoding the pattern is found in a file, by its names from the folder; undefined where it is one for all. */
  readonly encodings: Map<string, string> | undefined;
  /** Called for files that take too long. */
  giveUp(files: Chunk["files"]): void;
}

/**
 * Looks for a pattern beyond ASCII in those files that are not UTF-8, in one encoding after another, and notes where it was found
 * in which. It guesses by what matches: a file says nothing of its encoding.
 */
export async function noteEncodings(files: Chunk["files"], search: EncodingSearch): Promise<void> {
  const { encodings, pattern } = search;
  const undivided = { ...search, divisible: false };
  if (encodings === undefined || files.length === 0) return;
  let left = await matchingPaths(files, notUtf8, undivided);
  if (left === undefined) return search.giveUp(files);
  for (const label of otherEncodings) {
    if (left.length === 0) return;
    const found = await matchingPaths(left, [`--encoding=${label}`, ...pattern], undivided);
    if (found === undefined) return search.giveUp(left);
    for (const names of found) encodings.set(names.join("/"), label);
    left = left.filter((names) => !encodings.has(names.join("/")));
  }
}
