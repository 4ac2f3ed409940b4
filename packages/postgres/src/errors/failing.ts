import type { Database } from "../database/database.ts";
import type { ServerError } from "./server-error.ts";

/** A statement that failed, and where more can be asked about it. */
export interface Failing {
  readonly error: ServerError;
  readonly sql: string;
  /** The name at the place that the error is about, in its parts. */
  readonly named: readonly string[];
  /** How many values came with it. */
  readonly given: number;
  readonly database: Database;
  readonly signal: AbortSignal;
}
