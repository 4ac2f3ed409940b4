import type { BatchStep } from "../database/batch.ts";
import type { ReadBounds } from "../database/read-bounds.ts";
import type { ParsedStatement } from "../policy/parse-statement.ts";

interface Asked {
  readonly sql: string;
  readonly values: readonly (string | null)[];
  readonly statement: ParsedStatement;
  /** Rows that pages before this one have shown. */
  readonly skipped: number;
}

/** The most bytes of rows that come along though they were shown before. */
const mostBytes = 16 * 1024 * 1024;

/** How a statement is run so that its rows come from a certain one on: it is run again, and the server passes over the first. */
export function fromRow(
  { sql, values, statement, skipped }: Asked,
  bounds: ReadBounds,
): [main: BatchStep, bounds: ReadBounds, before: BatchStep[]] {
  if (skipped === 0) return [{ text: sql, values }, bounds, []];
  // SHOW and EXPLAIN have no cursor, and few rows: those before come along, of which each page had at least one.
  if (statement.kind !== "SelectStmt") {
    const bytes = Math.min(bounds.bytes * (skipped + 1), Math.max(bounds.bytes, mostBytes));
    return [{ text: sql, values }, { ...bounds, rows: bounds.rows + skipped, bytes }, []];
  }
  return [
    { text: `FETCH FORWARD ${bounds.rows} FROM drawbridge_page` },
    bounds,
    [
      // Planned for all rows, as the first page was: another plan could have another order.
      { text: "SET LOCAL cursor_tuple_fraction = 1" },
      { text: `DECLARE drawbridge_page NO SCROLL CURSOR FOR ${statement.text}`, values },
      { text: `MOVE FORWARD ${skipped} FROM drawbridge_page` },
    ],
  ];
}
