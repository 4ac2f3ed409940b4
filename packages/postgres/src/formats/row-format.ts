import type { Value } from "../values/to-value.ts";

/** How rows are written as text, a line each. */
export interface RowFormat {
  /** What comes before the rows. */
  head(columns: readonly string[]): string;
  row(values: readonly Value[], index: number): string;
  /** What comes after them. */
  readonly foot: string;
}
