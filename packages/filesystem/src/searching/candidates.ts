import type { Chunk } from "./chunk-files.ts";
import { matchingPaths } from "./matching-paths.ts";
import { type EncodingSearch, noteEncodings } from "./note-encodings.ts";

export interface CandidateSearch extends EncodingSearch {
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
  const found = await matchingPaths(chunk.files, search.pattern, search);
  if (found !== undefined) {
    yield { files: await withOtherEncodings(chunk.files, found, search), last: chunk.last };
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

async function withOtherEncodings(
  files: Chunk["files"],
  found: Chunk["files"],
  search: CandidateSearch,
): Promise<Chunk["files"]> {
  const { encodings } = search;
  if (encodings === undefined) return found;
  await noteEncodings(files, search);
  const named = new Set(found);
  return files.filter((names) => named.has(names) || encodings.has(names.join("/")));
}
