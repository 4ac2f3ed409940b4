import { columnName } from "./column-name.ts";
import type { ParseNode } from "./parse-statement.ts";
import { list } from "./written-call.ts";

/** Columns of a subquery that have names of others, and types of their own. */
interface ColumnsAsMade {
  readonly names: readonly string[];
  /** Others are so that the statement does not name. */
  readonly areUntold: boolean;
}

/** A column that nobody named is called as the one that it is made of: with another type where it is cast, or united with others. */
export function columnsAsMade(select: ParseNode): ColumnsAsMade {
  const isUnited = select.larg !== undefined;
  let first = select;
  while (first.larg !== undefined) first = first.larg as ParseNode;
  const values = list(first.targetList).map(({ ResTarget }) => (ResTarget as { val: ParseNode }).val);
  const fields = (value: ParseNode) => (value.ColumnRef as ParseNode | undefined)?.fields;
  const isStar = (value: ParseNode) => list(fields(value)).at(-1)?.A_Star !== undefined;
  const made = values.filter((value) => !isStar(value) && (isUnited || fields(value) === undefined));
  return { names: made.map(columnName), areUntold: isUnited && values.some(isStar) };
}
