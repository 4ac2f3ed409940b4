import type { Advice } from "./advice.ts";
import type { CostedCandidate } from "./costed-candidate.ts";
import { createIndex } from "./create-index.ts";
import type { PlannedQuery } from "./planned-query.ts";
import { withoutBeginnings } from "./without-beginnings.ts";

/** What a statement must gain to be worth an index, of its cost. */
const leastGain = 0.1;
/** A smaller index is taken where it serves nearly as well. */
const asGoodAs = 1.05;

/** For each statement the best candidate; those of all together, the most gain per byte first, none of them the beginning of another. */
export function chooseCosted(
  queries: ReadonlyArray<{ readonly query: PlannedQuery; readonly costed: readonly CostedCandidate[] }>,
): Advice[] {
  const chosen = new Map<string, Advice>();
  for (const { query, costed } of queries) {
    const best = bestOf(query, costed);
    if (best === undefined) continue;
    const key = createIndex(best.candidate);
    const before = chosen.get(key);
    const gain = {
      before: (before?.gain?.before ?? 0) + query.cost * query.calls,
      after: (before?.gain?.after ?? 0) + best.cost * query.calls,
    };
    const queries = [...(before?.queries ?? []), query.sql];
    chosen.set(key, { candidate: best.candidate, bytes: best.bytes, queries, gain });
  }
  return withoutBeginnings([...chosen.values()]).toSorted((one, other) => perByte(other) - perByte(one));
}

function bestOf({ cost }: PlannedQuery, costed: readonly CostedCandidate[]): CostedCandidate | undefined {
  const worth = costed.filter((one) => one.cost < cost * (1 - leastGain));
  const least = Math.min(...worth.map((one) => one.cost));
  return worth.filter((one) => one.cost <= least * asGoodAs).toSorted((one, other) => one.bytes - other.bytes)[0];
}

function perByte({ gain = { before: 0, after: 0 }, bytes = 1 }: Advice): number {
  return (gain.before - gain.after) / Math.max(1, bytes);
}
