import type { IndexCandidate } from "./index-candidate.ts";

/** What an index would be worth to a statement, as PostgreSQL itself reckons with hypopg. */
export interface CostedCandidate {
  readonly candidate: IndexCandidate;
  /** Of the statement with this index, in PostgreSQL's units. */
  readonly cost: number;
  /** What the index would take, in bytes. */
  readonly bytes: number;
}
