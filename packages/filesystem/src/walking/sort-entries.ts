import { ConnectorError, type PathMatcher } from "@drawbridge/core";
import { type EntryFacts, entryFacts } from "./entry-facts.ts";
import type { TreeEntry } from "./tree.ts";

/** Sorting needs all entries at once; beyond this many a caller is better served by a glob. */
const mostSorted = 100_000;

/** A sorted page cannot go on where a walk was left, so that it is refused after so many milliseconds. */
const longest = 1500;

/** An entry in a sorted listing; its place is what a cursor carries. */
export interface SortedEntry {
  readonly names: readonly string[];
  readonly facts: EntryFacts;
  readonly place: readonly [key: number, path: string];
}

interface Sorting {
  readonly by: "size" | "modified";
  readonly matches: PathMatcher;
  readonly leading: string;
  /** Only what comes behind this place. */
  readonly after: SortedEntry["place"] | undefined;
}

/**
 * Entries with the largest or newest first; those that are equal by their path.
 *
 * @param visit shows one entry after the other
 */
export async function sortEntries(
  visit: (goesOn: (entry: TreeEntry) => boolean) => Promise<void>,
  { by, matches, leading, after }: Sorting,
): Promise<SortedEntry[]> {
  const end = performance.now() + longest;
  const sorted: SortedEntry[] = [];
  await visit((entry) => {
    if (performance.now() > end) throw tooMany("There is too much to look through before it can be sorted.");
    const facts = matches(entry.names) ? entryFacts(entry, leading) : undefined;
    if (facts === undefined) return true;
    const key = by === "size" ? (facts.size ?? -1) : Date.parse(facts.modified);
    sorted.push({ names: entry.names, facts, place: [key, facts.path] });
    if (sorted.length > mostSorted) throw tooMany(`There are over ${mostSorted} entries to sort.`);
    return true;
  });
  sorted.sort((a, b) => compare(a.place, b.place));
  return after === undefined ? sorted : sorted.filter(({ place }) => compare(place, after) > 0);
}

function tooMany(problem: string): ConnectorError {
  return new ConnectorError("refused", `${problem} Narrow it by path, depth or glob, or sort by name.`);
}

function compare([keyA, pathA]: SortedEntry["place"], [keyB, pathB]: SortedEntry["place"]): number {
  if (keyA !== keyB) return keyB - keyA;
  return pathA < pathB ? -1 : pathA > pathB ? 1 : 0;
}
