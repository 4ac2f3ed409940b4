import type { Row } from "./row.ts";

/** Rows that belong together, under a heading. */
export interface Section {
  readonly title: string;
  readonly rows: readonly Row[];
  /** What a reader must know to read these figures rightly, a line each. */
  readonly notes?: readonly string[];
}
