import type { Root } from "./root.ts";

/** What a host's own folders leave of the roots, and what is said of that. */
export interface Narrowing {
  readonly roots: readonly Root[];
  /** Undefined where all is served. Without roots, why, and what would help. */
  readonly said: string | undefined;
}
