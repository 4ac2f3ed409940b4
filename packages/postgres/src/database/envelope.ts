import type { BatchStep } from "./batch.ts";

/** What holds for the time of one statement. */
export interface EnvelopeSettings {
  /** Milliseconds that the server gives the statement. */
  readonly statementTimeout: number;
  /** Whom the statement runs as, by SET ROLE. */
  readonly role: string | undefined;
  /** The function of hypopg that takes hypothetical indexes back, with its schema, where that is installed. */
  readonly hypotheticalReset: string | undefined;
}

/** What comes before and after a statement, all sent at once. */
export interface Envelope {
  readonly before: readonly BatchStep[];
  /** Ends the transaction without a trace. */
  readonly after: readonly BatchStep[];
}

/**
 * A transaction that is rolled back, with limits that hold in it alone. What outlives a rollback, as the work of a function
 * that lies about itself may, is cleared: advisory locks and hypothetical indexes.
 */
export function envelope(
  mode: "READ ONLY" | "READ WRITE",
  { statementTimeout, role, hypotheticalReset }: EnvelopeSettings,
): Envelope {
  const settings: [name: string, value: string][] = [
    ["statement_timeout", String(statementTimeout)],
    ["lock_timeout", String(statementTimeout)],
    ["idle_in_transaction_session_timeout", String(statementTimeout)],
    ...(role === undefined ? [] : ([["role", role]] as [string, string][])),
  ];
  const calls = settings.map((_, index) => `pg_catalog.set_config($${index * 2 + 1}, $${index * 2 + 2}, true)`);
  const resets = [
    "pg_catalog.pg_advisory_unlock_all()",
    ...(hypotheticalReset === undefined ? [] : [hypotheticalReset]),
  ];
  return {
    before: [{ text: `BEGIN ${mode}` }, { text: `SELECT ${calls.join(", ")}`, values: settings.flat() }],
    after: [{ text: "ROLLBACK" }, { text: `SELECT ${resets.join(", ")}` }],
  };
}
