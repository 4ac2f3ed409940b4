import type { TracedRows } from "./scope.ts";

/** What was found of a statement. */
export interface Traced {
  /** What the columns of its result tell of masked ones; undefined where it comes near none. */
  readonly rows: TracedRows | undefined;
  /** Which state of the database's definitions it was found in. */
  readonly generation: number;
}
