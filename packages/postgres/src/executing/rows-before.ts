import { deparse } from "pgsql-deparser";
import type { ParsedStatement, ParseNode } from "../policy/parse-statement.ts";

/**
 * The statement that shows rows as they are before an UPDATE or DELETE changes them: the same relation, condition and common
 * tables. Undefined for what changes no rows that are there, or does so in a way that cannot be shown.
 *
 * @param most how many rows
 */
export async function rowsBefore({ kind, node }: ParsedStatement, most: number): Promise<string | undefined> {
  if (kind !== "UpdateStmt" && kind !== "DeleteStmt") return undefined;
  const { relation, fromClause, usingClause, whereClause, withClause } = node as Record<string, ParseNode>;
  const { relname, alias } = relation as { relname?: string; alias?: { aliasname: string } };
  const name = { String: { sval: alias?.aliasname ?? relname } };
  const others = (fromClause ?? usingClause ?? []) as ParseNode[];
  const select = {
    SelectStmt: {
      targetList: [{ ResTarget: { val: { ColumnRef: { fields: [name, { A_Star: {} }] } } } }],
      fromClause: [{ RangeVar: relation }, ...others],
      ...(whereClause === undefined ? {} : { whereClause }),
      ...(withClause === undefined ? {} : { withClause }),
      limitOption: "LIMIT_OPTION_COUNT",
      limitCount: { A_Const: { ival: { ival: most } } },
      op: "SETOP_NONE",
    },
  };
  return deparse(select as never);
}
