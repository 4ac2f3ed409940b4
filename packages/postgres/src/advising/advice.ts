import type { IndexCandidate } from "./index-candidate.ts";

/** An index that is worth making. */
export interface Advice {
  readonly candidate: IndexCandidate;
  /** The statements that it serves. */
  readonly queries: readonly string[];
  /** By how much the cost of those statements sinks, weighted by their calls; undefined where it could not be reckoned. */
  readonly gain?: { readonly before: number; readonly after: number };
  readonly bytes?: number;
}
