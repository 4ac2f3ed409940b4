import type { IndexCandidate } from "./index-candidate.ts";
import type { ScanFacts } from "./scan-facts.ts";

/** More columns make an index larger, and serve fewer statements. */
const mostKeys = 4;

/**
 * Indexes that might serve a scan, the likeliest first: what is compared with one value, then a range or the order; then less of
 * it; what joins; and GIN for what is asked to contain something.
 */
export function candidatesFor(scan: ScanFacts): IndexCandidate[] {
  const { schema, table, equal, range, joined, sorted, contained } = scan;
  const btree = [
    ...range.map((one) => [...equal, one]),
    [...equal, ...sorted],
    equal,
    ...joined.flatMap((one) => [[one, ...equal], [...equal, one], [one]]),
    ...equal.map((one) => [one]),
    ...range.map((one) => [one]),
    sorted,
  ];
  const keys = btree.map((columns) => [...new Set(columns)].slice(0, mostKeys)).filter((columns) => columns.length > 0);
  const distinct = new Map(keys.map((columns) => [columns.join(", "), columns]));
  return [
    ...[...distinct.values()].map((columns) => ({ schema, table, method: "btree" as const, keys: columns })),
    ...contained.map((one) => ({ schema, table, method: "gin" as const, keys: [one] })),
  ];
}
