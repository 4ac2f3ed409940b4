/** One kind of illness that is looked for. */
export interface HealthCheck {
  readonly name: string;
  /**
   * A statement whose rows are JSON objects `{ level, evidence, query?, remedy? }`, `level` being ok, warning or critical. No row is as
   * good as one that is well.
   */
  readonly sql: string;
}
