import type { Value } from "../values/to-value.ts";

/** How rows are written as text, a line each. */
export interface RowFormat {
  /** What comes before the rows; on a later page that may be nothing, for the columns are known. */
  head(columns: readonly string[], isFirstPage: boolean): string;
  row(values: readonly Value[], index: number): string;
  /** What comes after them. */
  readonly foot: string;
}
