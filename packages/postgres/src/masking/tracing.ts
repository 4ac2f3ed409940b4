import type { WrittenName } from "../policy/written-call.ts";
import { MaskRefusal } from "./mask-refusal.ts";
import type { TracedRows } from "./scope.ts";
import { isMasked, type Trace } from "./trace.ts";

/** What the catalog knows of the relations and functions that a statement names. */
export interface KnownNames {
  /** Columns of a relation, traced; undefined where there is no such relation. */
  relation(name: WrittenName): TracedRows | undefined;
  /** Columns of what a function gives as a table: none where it gives a single value; undefined where they are not told. */
  functionColumns(name: WrittenName): readonly string[] | undefined;
  /** Whether a call of this name can only be one of PostgreSQL's own or of an extension. */
  isForeignToUsers(name: WrittenName): boolean;
  /** Whether a function of this name may read masked columns by itself. */
  readsMasked(name: WrittenName): boolean;
}

/** How one statement is traced. */
export class Tracing {
  readonly known: KnownNames;
  readonly #isOwners: boolean;

  /**
   * @param isOwners for the definition of a view, which its owner wrote: what it does with masked columns is traced, and never
   * refused
   */
  constructor(known: KnownNames, { isOwners = false } = {}) {
    this.known = known;
    this.#isOwners = isOwners;
  }

  /** Refuses what would tell more of masked columns than is shown of them. */
  refuse(trace: Trace, what: string): Trace {
    if (isMasked(trace) && !this.#isOwners) throw new MaskRefusal(trace.from, what);
    return { ...trace, isWhole: false };
  }
}
