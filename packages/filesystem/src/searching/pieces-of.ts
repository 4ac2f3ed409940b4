import type { ToolContext } from "@drawbridge/core";
import type { Files } from "../files.ts";
import { IgnoreRules } from "../walking/ignore-rules.ts";
import { inOrder } from "../walking/in-order.ts";
import { Tree, type TreeEntry } from "../walking/tree.ts";
import { ahead } from "./ahead.ts";
import { candidates } from "./candidates.ts";
import { type Chunk, chunkFiles } from "./chunk-files.ts";
import { namedAtOnce } from "./named-at-once.ts";
import { noteEncodings } from "./note-encodings.ts";
import type { LeftOut } from "./open-candidate.ts";
import type { RunningSearch } from "./running-search.ts";
import type { SearchPlace } from "./search-place.ts";

/** Deeper than this lies no tree that anybody made on purpose. */
const deepest = 256;

/** Files that are searched first: few, so that a page is filled early where much matches. */
const first = 256;

/** So few files are searched with those that follow: a child of their own would take longer to start than to search. */
const fewFiles = 4;

/** The files in which the pattern probably matches, in the order of a walk, from where the page before ended. */
export async function* piecesOf(search: RunningSearch, { client }: ToolContext<Files>): AsyncGenerator<Chunk> {
  const { place, after, signal, pattern, leftOut, encodings } = search;
  const { root, names: above, directory: folder } = place;
  const count = (why: LeftOut, files = 1) => void leftOut.set(why, (leftOut.get(why) ?? 0) + files);
  const giveUp = ({ length }: Chunk["files"]) => count("too_slow", length);
  const wanted = { folder, pattern, signal, encodings, giveUp };
  if (after?.line !== undefined && after.part === undefined) await noteEncodings([after.names], wanted);
  if (after?.line !== undefined) yield { files: [after.names], last: after.names };
  const isSearched = (names: readonly string[]) => {
    const asked = [...above, ...names];
    return place.matches(names) && !client.denies({ root, names: asked, asked });
  };
  const among = {
    ...wanted,
    sizeOf: (names: readonly string[]) => sizeOf(client, root, [...above, ...names]),
    passOver: () => count("unreadable"),
  };
  const rules = place.file === undefined ? rulesOf(place) : undefined;
  const chunks = chunkFiles(groupsOf(search, rules), ({ names, type }) => type === "file" && isSearched(names), first);
  const { value: begin } = await chunks.next();
  if (begin === undefined) return;
  // With a glob a walk picks out what may be few files, and a page that goes on would have all searched again.
  const isQuick = begin.files.length === first && place.isWhole && rules?.isEmpty && !after && encodings === undefined;
  const named = isQuick ? namedAtOnce(folder, { pattern, depth: deepest, signal }) : undefined;
  try {
    const held = yield* allButFew(candidates(begin, among), begin, named === undefined ? -1 : fewFiles);
    const files = await named;
    const behind = files?.filter((names) => isBehind(names, begin.last) && isSearched(names));
    const found = [...held, ...(behind ?? [])];
    if (found.length > 0) yield { files: found, last: behind === undefined ? begin.last : undefined };
    if (files === undefined) for await (const chunk of ahead(chunks)) yield* candidates(chunk, among);
  } finally {
    // No folder stays held, and no child outlives its search, which whoever stops listening has ended.
    await chunks.return(undefined);
    await named;
  }
}

/** The pieces of a chunk; where the last of them has no more than so many files, these are returned instead. */
async function* allButFew(
  pieces: AsyncIterable<Chunk>,
  { last }: Chunk,
  few: number,
): AsyncGenerator<Chunk, Chunk["files"]> {
  for await (const piece of pieces) {
    if (piece.last === last && piece.files.length <= few) return piece.files;
    yield piece;
  }
  return [];
}

function isBehind(names: readonly string[], last: readonly string[] | undefined): boolean {
  return last === undefined || inOrder(names, last) > 0;
}

type Met = Pick<TreeEntry, "names" | "type">;

function groupsOf(
  { place, after, signal }: RunningSearch,
  ignoring: IgnoreRules | undefined,
): AsyncIterable<readonly Met[]> {
  if (place.file !== undefined) return oneFile(after === undefined ? place.file : undefined);
  const tree = new Tree({ depth: deepest, toTheBottom: true, hidden: true, ignoring, after: after?.names, signal });
  return tree.groups(place.directory, place.shown);
}

async function* oneFile(name: string | undefined): AsyncGenerator<readonly Met[]> {
  yield name === undefined ? [] : [{ names: [name], type: "file" }];
}

/** Whoever names a folder that is left out by rules above it means to have it searched. */
function rulesOf({ root, names }: SearchPlace): IgnoreRules {
  const rules = IgnoreRules.above(root.directory, names);
  return names.length > 0 && rules.excludes([], true) ? IgnoreRules.above(root.directory, []) : rules;
}

/** Undefined for what is no regular file, or gone. */
function sizeOf(client: Files, root: SearchPlace["root"], names: readonly string[]): bigint | undefined {
  try {
    using found = client.reachNamed(root, names);
    return found.entry?.stats.isFile() ? found.entry.stats.size : undefined;
  } catch {
    return undefined;
  }
}
