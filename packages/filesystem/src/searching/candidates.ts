import type { Chunk } from "./chunk-files.ts";
import { largestAtOnce } from "./largest-at-once.ts";
import { matchingPaths } from "./matching-paths.ts";
import { type EncodingSearch, noteEncodings } from "./note-encodings.ts";

export interface CandidateSearch extends EncodingSearch {
  /** How large a file is, in bytes; undefined for what is none any more. */
  sizeOf(names: readonly string[]): bigint | undefined;
  /** Called for a file that takes too long by itself, or is none any more. */
  passOver(): void;
}

/**
 * Names the files of a chunk in which the pattern probably matches, in order, in pieces where the chunk takes long. They
 * are searched by their paths, which may lead elsewhere by then: what is named has to be opened and searched again, and
 * nothing may be told of it before. A file too large to be searched at once is named unsearched, by itself.
 */
export async function* candidates(chunk: Chunk, search: CandidateSearch): AsyncGenerator<Chunk> {
  if (chunk.files.length !== 1) {
    const found = await matching(chunk.files, search);
    if (found !== undefined) {
      yield { files: found, last: chunk.last };
      return;
    }
  }
  const sized = chunk.files.map((names) => ({ names, size: search.sizeOf(names) }));
  const files = sized.flatMap(({ names, size }) => (size === undefined ? [] : [names]));
  for (let gone = sized.length - files.length; gone > 0; gone -= 1) search.passOver();
  const large = sized.find(({ size }) => size !== undefined && size > largestAtOnce);
  if (large !== undefined) yield* around(large.names, { files, last: chunk.last }, search);
  else if (files.length > 1) yield* halves({ files, last: chunk.last }, search);
  else yield { files: await alone(files, search), last: chunk.last };
}

async function* around(
  large: readonly string[],
  { files, last }: Chunk,
  search: CandidateSearch,
): AsyncGenerator<Chunk> {
  const at = files.indexOf(large);
  if (at > 0) yield* candidates({ files: files.slice(0, at), last: files[at - 1] }, search);
  yield { files: [large], last: large };
  yield* candidates({ files: files.slice(at + 1), last }, search);
}

async function* halves({ files, last }: Chunk, search: CandidateSearch): AsyncGenerator<Chunk> {
  const half = files.slice(0, Math.ceil(files.length / 2));
  yield* candidates({ files: half, last: half.at(-1) }, search);
  yield* candidates({ files: files.slice(half.length), last }, search);
}

/** @param files one at most: there is nothing left to be halved */
async function alone(files: Chunk["files"], search: CandidateSearch): Promise<Chunk["files"]> {
  if (files.length === 0) return [];
  const found = await matching(files, search);
  if (found === undefined) search.passOver();
  return found ?? [];
}

/** Undefined where it takes too long. */
async function matching(files: Chunk["files"], search: CandidateSearch): Promise<Chunk["files"] | undefined> {
  const found = await matchingPaths(files, search.pattern, search);
  return found && withOtherEncodings(files, found, search);
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
