/**
 * Which of some things changed their order among the others: all but a longest run that kept it, since moving one thing to the
 * front changes the place of every other.
 *
 * @param places where each stood before, in the order in which they stand now
 * @returns indexes into `places`
 */
export function reordered(places: readonly number[]): ReadonlySet<number> {
  // Patience sorting: for each length of a rising run, where the one with the lowest end ends.
  const ends: number[] = [];
  const before: (number | undefined)[] = [];
  for (const [index, place] of places.entries()) {
    let low = 0;
    for (let high = ends.length; low < high; ) {
      const middle = (low + high) >> 1;
      if ((places[ends[middle] ?? 0] ?? 0) < place) low = middle + 1;
      else high = middle;
    }
    before.push(low === 0 ? undefined : ends[low - 1]);
    ends[low] = index;
  }
  const kept = new Set<number>();
  for (let at = ends.at(-1); at !== undefined; at = before[at]) kept.add(at);
  return new Set([...places.keys()].filter((index) => !kept.has(index)));
}
