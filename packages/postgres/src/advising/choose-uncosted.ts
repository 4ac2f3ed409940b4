import type { Advice } from "./advice.ts";
import { candidatesFor } from "./candidates-for.ts";
import { createIndex } from "./create-index.ts";
import { type ExistingKeys, isServed } from "./existing-keys.ts";
import type { IndexCandidate } from "./index-candidate.ts";
import type { PlannedQuery } from "./planned-query.ts";
import type { ScanFacts } from "./scan-facts.ts";
import { withoutBeginnings } from "./without-beginnings.ts";

/** Smaller tables are read through as quickly. */
const fewRows = 1000;
/** Of a table of which more is wanted, all is read as quickly. */
const largestShare = 0.2;

/** Where nothing can be reckoned: the likeliest index for each large table that is read through for a small part of it. */
export function chooseUncosted(queries: readonly PlannedQuery[], existing: readonly ExistingKeys[]): Advice[] {
  const chosen = new Map<string, Advice>();
  for (const query of queries) {
    for (const scan of query.scans) {
      const candidate = likeliest(scan, existing);
      if (candidate === undefined) continue;
      const key = createIndex(candidate);
      chosen.set(key, { candidate, queries: [...(chosen.get(key)?.queries ?? []), query.sql] });
    }
  }
  return withoutBeginnings([...chosen.values()]).toSorted((one, other) => other.queries.length - one.queries.length);
}

function likeliest(scan: ScanFacts, existing: readonly ExistingKeys[]): IndexCandidate | undefined {
  const own = existing.find(({ schema, table }) => schema === scan.schema && table === scan.table);
  if (!scan.isSequential || own === undefined || own.rows < fewRows) return undefined;
  const isFiltered = scan.equal.length + scan.range.length + scan.contained.length > 0;
  if (isFiltered && scan.rows > own.rows * largestShare) return undefined;
  if (!isFiltered && scan.joined.length === 0 && scan.sorted.length === 0) return undefined;
  return candidatesFor(scan).find((candidate) => !isServed(candidate, existing));
}
