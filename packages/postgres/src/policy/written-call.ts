import type { ParseNode } from "./parse-statement.ts";

/** A name as it is written, with its schema where that is written too. */
export interface WrittenName {
  readonly schema: string | undefined;
  readonly name: string;
}

/** A call of a function, or the use of an operator, which is one. */
export interface WrittenCall extends WrittenName {
  /** An empty node stands for one of which nothing is told. */
  readonly arguments: readonly ParseNode[];
  /** How many arguments there are is not told either. */
  readonly isUntold?: boolean;
}

/** The arguments of an ordered-set aggregate are those in brackets and those that it orders by. */
export function writtenCall(node: ParseNode): WrittenCall {
  const ordered = node.agg_within_group === true ? list(node.agg_order) : [];
  const order = ordered.map((sort) => (sort.SortBy as { node: ParseNode }).node);
  return { ...writtenName(node.funcname), arguments: [...list(node.args), ...order] };
}

/** A list of the tree, which has none where it is empty. */
export function list(value: unknown): readonly ParseNode[] {
  return Array.isArray(value) ? value : [];
}

/** The names among these nodes. */
export function strings(nodes: readonly ParseNode[]): string[] {
  return nodes.flatMap((node) => {
    const { sval } = (node.String ?? {}) as { sval?: string };
    return sval === undefined ? [] : [sval];
  });
}

/** A name of one part or more; a database before the schema says nothing. */
export function writtenName(parts: unknown): WrittenName {
  const [name = "", schema] = strings(list(parts)).toReversed();
  return { schema, name };
}
