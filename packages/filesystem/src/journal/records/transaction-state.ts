/**
 * How far a transaction has come, and the ending of its record's name: `open` until all of it is done, `clearing` while what
 * is left over is cleared away, `undoing` while it is taken back. What a crash leaves `open` is taken back; what it leaves
 * `clearing` or `undoing` is brought to its end.
 */
export type TransactionState = "open" | "clearing" | "done" | "undoing" | "undone";
