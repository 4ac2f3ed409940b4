/** What a statement asks of one relation, as its plan shows it. Keys are SQL: a column, or an expression in brackets. */
export interface ScanFacts {
  readonly schema: string;
  readonly table: string;
  /** What it is called in the plan. */
  readonly alias: string;
  /** Rows that were expected to be left. */
  rows: number;
  /** It is read from one end to the other. */
  isSequential: boolean;
  /** Compared with one value, or with a list of them. */
  readonly equal: string[];
  /** Compared with a range of values. */
  readonly range: string[];
  /** Compared with what comes from another relation. */
  readonly joined: string[];
  /** What its rows are sorted or grouped by, where that is all of its own. */
  readonly sorted: string[];
  /** Asked whether they contain or match something, which a GIN index answers. */
  readonly contained: string[];
}
