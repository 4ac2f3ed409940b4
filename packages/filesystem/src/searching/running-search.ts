import type { GrepPlace } from "./answer.ts";
import type { LeftOut } from "./open-candidate.ts";
import type { SearchPlace } from "./search-place.ts";

/** What the steps of one search share. */
export interface RunningSearch {
  readonly place: SearchPlace;
  readonly pattern: readonly string[];
  readonly after: GrepPlace | undefined;
  readonly signal: AbortSignal;
  /** Ends all its children. */
  stop(): void;
  /** See `EncodingSearch`. */
  readonly encodings: Map<string, string> | undefined;
  /** How many files were left out, and why. */
  readonly leftOut: Map<LeftOut, number>;
}
