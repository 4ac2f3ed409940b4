import type { Parameter } from "../values/parameter-text.ts";

/** What `pg_execute` is asked. */
export interface ExecuteInput {
  readonly sql: string;
  readonly params?: readonly Parameter[] | undefined;
  readonly database?: string | undefined;
  /** Of the dry run that it must come out as. */
  readonly dry_run_digest?: string | undefined;
}
