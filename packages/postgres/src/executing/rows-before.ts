import { deparse } from "pgsql-deparser";
import type { ParsedStatement, ParseNode } from "../policy/parse-statement.ts";

/** A statement that shows rows of another one. */
export interface RowsBefore {
  readonly text: string;
  /** Which parameters of the other are its $1, $2 …: PostgreSQL wants to know the type of each, and so has none left out. */
  readonly parameters: readonly number[];
}

/**
 * The statement that shows rows as they are before an UPDATE or DELETE changes them: the same relation, condition and common
 * tables. Undefined for what changes no rows that are there, or does so in a way that cannot be shown.
 *
 * @param most how many rows
 */
export async function rowsBefore({ kind, node }: ParsedStatement, most: number): Promise<RowsBefore | undefined> {
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
  const parameters: number[] = [];
  const text = await deparse(renumbered(select, parameters) as never);
  return { text, parameters };
}

/** A tree whose parameters are numbered as they come; `parameters` is told which those were. */
function renumbered(value: unknown, parameters: number[]): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((inner) => renumbered(inner, parameters));
  const entries = Object.entries(value).map(([key, inner]) => {
    if (key !== "ParamRef") return [key, renumbered(inner, parameters)];
    const { number } = inner as { number: number };
    if (!parameters.includes(number)) parameters.push(number);
    return [key, { ...inner, number: parameters.indexOf(number) + 1 }];
  });
  return Object.fromEntries(entries);
}
