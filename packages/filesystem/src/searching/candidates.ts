import type { HeldDirectory } from "../containment/held-directory.ts";
import type { Chunk } from "./chunk-files.ts";
import { ripgrep } from "./ripgrep.ts";

/**
 * Longer than this, in milliseconds, no child may take for what it was given; that is then halved. A single file may take
 * longer, and many files on a busy machine.
 */
const patience = { several: 300, each: 0.5, one: 1000 };

export interface CandidateSearch {
  readonly folder: HeldDirectory;
  readonly pattern: readonly string[];
  readonly signal: AbortSignal;
  /** Leaves out of files that took long those that are not to be searched. */
  sift(files: Chunk["files"]): Chunk["files"];
  /** Called for a file that takes too long by itself. */
  passOver(): void;
}

/**
 * Names the files of a chunk in which the pattern probably matches, in order, in pieces where the chunk takes long. They
 * are searched by their paths, which may lead elsewhere by then: what is named has to be opened and searched again, and
 * nothing may be told of it before.
 */
export async function* candidates(chunk: Chunk, search: CandidateSearch): AsyncGenerator<Chunk> {
  const found = await searchPaths(chunk.files, search);
  if (found !== undefined) {
    yield { files: found, last: chunk.last };
    return;
  }
  const files = search.sift(chunk.files);
  if (files.length > 1) {
    const half = files.slice(0, Math.ceil(files.length / 2));
    yield* candidates({ files: half, last: half.at(-1) }, search);
    yield* candidates({ files: files.slice(half.length), last: chunk.last }, search);
    return;
  }
  if (files.length === 1 && chunk.files.length > 1) {
    yield* candidates({ files, last: chunk.last }, search);
    return;
  }
  if (files.length === 1) search.passOver();
  yield { files: [], last: chunk.last };
}

/** Undefined where it takes too long. */
async function searchPaths(files: Chunk["files"], search: CandidateSearch): Promise<Chunk["files"] | undefined> {
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
        ...search.pattern,
        "--",
        ...(files.length > 0 ? files.map(pathOf) : ["-"]),
      ],
      folder: search.folder.address,
      end: 0,
    };
    for await (const { bytes } of ripgrep(run, AbortSignal.any([search.signal, time]))) named.add(bytes.toString());
  } catch (error) {
    if (time.aborted && !search.signal.aborted) return undefined;
    throw error;
  }
  return files.filter((names) => named.has(pathOf(names)));
}

/** Behind `./`, since a file may be called `-`, which ripgrep takes for its input. */
function pathOf(names: readonly string[]): string {
  return `./${names.join("/")}`;
}
