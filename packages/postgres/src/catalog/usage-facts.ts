import type { CatalogState } from "./catalog-state.ts";

/** A function as the catalog has it. `oid`s are numbers as text. */
export interface FunctionFacts {
  readonly oid: string;
  readonly schema: string;
  readonly name: string;
  /** i, s or v: immutable, stable, volatile. */
  readonly volatility: "i" | "s" | "v";
  /** f, a, w or p: function, aggregate, window function, procedure. */
  readonly kind: "f" | "a" | "w" | "p";
  readonly arguments: readonly string[];
  /** How many of the last arguments may be left out. */
  readonly defaults: number;
  /** The last argument stands for any number of them. */
  readonly isVariadic: boolean;
  readonly returns: string;
  readonly extension: string | null;
}

/** An operator, with the function behind it. */
export interface OperatorFacts {
  readonly schema: string;
  readonly name: string;
  /** "0" where there is none, as before a prefix operator. */
  readonly left: string;
  readonly right: string;
  readonly returns: string;
  readonly function: string;
}

/** A type that a name stands for. */
export interface TypeFacts {
  readonly oid: string;
  readonly schema: string;
  readonly name: string;
}

/** A relation that a name stands for. */
export interface RelationFacts {
  readonly oid: string;
  readonly schema: string;
  readonly name: string;
  /** r table, v view, m materialized view, p partitioned table, f foreign table. */
  readonly kind: string;
}

/** What something leads to when it is used: a view to what it selects from, a type to its checks. */
export interface Reach {
  /** What was named: `fn`, `rel`, `type`, `cast`, and its oid; `column` is the type of a column or a result of what was named. */
  readonly from: string;
  readonly fromOid: string;
  /** `given` is a type of which something that is called takes or gives a value. */
  readonly kind: "fn" | "rel" | "type" | "given";
  readonly oid: string;
}

/** A cast by a function that somebody made. */
export interface CastFacts {
  readonly oid: string;
  readonly source: string;
  readonly target: string;
  readonly function: string;
  readonly isImplicit: boolean;
  /** Whether what the statement names holds or gives values of the source type. */
  readonly isTouched: boolean;
}

/** What is known of a type, so as to tell what becomes of its values. */
export interface TypeKind {
  readonly oid: string;
  /** b base, c composite, d domain, e enum, p pseudo, r range, m multirange. */
  readonly kind: string;
  readonly category: string;
  /** What a domain is made of; "0" for others. */
  readonly base: string;
  /** What an array holds; "0" for others. */
  readonly element: string;
}

/** A column of a relation that is named. */
export interface ColumnFacts {
  readonly relation: string;
  readonly name: string;
  readonly type: string;
}

/** What the catalog knows of all that a statement names, and of what that leads to. */
export interface UsageFacts {
  /** At which all this was seen. */
  readonly state: CatalogState;
  /** Schemas in which a name without one is looked for, in turn. */
  readonly path: readonly string[];
  readonly functions: readonly FunctionFacts[];
  readonly operators: readonly OperatorFacts[];
  readonly types: readonly TypeFacts[];
  readonly relations: readonly RelationFacts[];
  readonly casts: readonly CastFacts[];
  /**
   * Volatile functions of operator classes that somebody made, for types of which the statement may have values: they run where
   * it sorts, groups or compares, though nothing names them.
   */
  readonly supports: readonly string[];
  /** Functions of the database's range types, which run wherever a range is made, though nothing names them. */
  readonly canonicals: readonly string[];
  readonly reaches: readonly Reach[];
  readonly columns: readonly ColumnFacts[];
  readonly kinds: readonly TypeKind[];
  /** Casts that are made where none is written, as `source:target`. */
  readonly implicit: readonly string[];
}
