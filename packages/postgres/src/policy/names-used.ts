import { NameWalk } from "./name-walk.ts";
import { nestedTooDeep } from "./nested-too-deep.ts";
import type { ParsedStatement, ParseNode } from "./parse-statement.ts";
import type { WrittenCall, WrittenName } from "./written-call.ts";

/** A type, with what is cast to it where that is written. */
export interface WrittenType extends WrittenName {
  readonly argument: ParseNode | undefined;
}

/** All that a statement names, by which the catalog can be asked what it would do. */
export interface NamesUsed {
  readonly calls: readonly WrittenCall[];
  readonly operators: readonly WrittenCall[];
  readonly types: readonly WrittenType[];
  readonly relations: readonly WrittenName[];
  /** By what stands before a column's point: the relations that are called so, or undefined where it may be something else. */
  readonly qualifiers: ReadonlyMap<string, readonly WrittenName[] | undefined>;
  /** Functions or fields are read from, whose columns have names that the statement does not tell. */
  readonly readsUntold: boolean;
  /** Last parts of `x.name` and `(x).name`: columns, or functions called in the notation of a column. */
  readonly attributes: readonly string[];
  /** Numbers of parameters that stand in several places: in one of them they may have been given a type, which then holds in all. */
  readonly repeated: ReadonlySet<number>;
  /** Names that the statement itself gives, or that come of it: of common tables, columns, aliases. */
  readonly given: ReadonlySet<string>;
}

/**
 * Walks every node of a statement.
 *
 * @param kinds the kinds of nodes that it may be made of; throws a `Refusal` for any other. Undefined where it may change things
 */
export function namesUsed({ kind, node }: ParsedStatement, kinds: ReadonlySet<string> | undefined): NamesUsed {
  const walk = new NameWalk(kinds, node);
  try {
    walk.node(kind, node);
  } catch (error) {
    // A UNION of thousands, which the parser has no trouble with.
    throw error instanceof RangeError ? nestedTooDeep() : error;
  }
  return walk;
}
