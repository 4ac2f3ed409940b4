import type { Trace } from "./trace.ts";
import type { Tracing } from "./tracing.ts";

/** A column of a relation, a subquery or a join. */
export interface TracedColumn {
  readonly name: string;
  readonly trace: Trace;
}

/** Columns in their order. */
export interface TracedRows {
  readonly columns: readonly TracedColumn[];
  /** What holds of more columns, whose names and number are not known; undefined where there are none. */
  readonly rest?: Trace | undefined;
  /** Before which of the columns those stand. */
  readonly restAt?: number | undefined;
}

/** Rows under the name by which their columns can be asked for. */
export interface NamedRows extends TracedRows {
  readonly name: string | undefined;
}

/** What a FROM clause, or a part of it, gives. */
export interface FromRows extends TracedRows {
  readonly sources: readonly NamedRows[];
}

/** What names mean at one place of a statement. */
export interface Scope {
  readonly tracing: Tracing;
  readonly from: FromRows;
  /** The statement around, whose columns a subquery may name. */
  readonly outer: Scope | undefined;
  /** Common tables by name. */
  readonly tables: ReadonlyMap<string, TracedRows>;
}

/** A place that has no columns of its own. */
export const noRows: FromRows = { sources: [], columns: [] };
