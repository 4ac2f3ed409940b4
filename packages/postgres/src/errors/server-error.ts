/** An error as PostgreSQL sends it (PostgreSQL manual, 54.8), and what of the batch it came of. */
export interface ServerError {
  readonly code?: string;
  readonly message?: string;
  readonly detail?: string;
  readonly hint?: string;
  /** In characters from 1. */
  readonly position?: string;
  readonly severity?: string;
  /** What the server was about. */
  readonly where?: string;
  /** The text of the step that failed. */
  readonly statement?: string;
}
