/** An index that might help. */
export interface IndexCandidate {
  readonly schema: string;
  readonly table: string;
  readonly method: "btree" | "gin";
  /** Each as SQL has it in CREATE INDEX: a column, or an expression in brackets, with an operator class where it needs one. */
  readonly keys: readonly string[];
}
