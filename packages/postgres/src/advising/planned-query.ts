import type { ScanFacts } from "./scan-facts.ts";

/** A statement to advise on, as PostgreSQL would run it now. */
export interface PlannedQuery {
  readonly sql: string;
  /** The highest of $1, $2 …: those have no values. */
  readonly parameters: number;
  /** How often it was run; 1 where nobody counted. */
  readonly calls: number;
  readonly cost: number;
  readonly scans: readonly ScanFacts[];
}
