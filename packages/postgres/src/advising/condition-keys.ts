import { deparse } from "pgsql-deparser";
import { nodesIn } from "../executing/nodes-in.ts";
import type { ParseNode } from "../policy/parse-statement.ts";

/** What one comparison asks of one relation. */
export interface ConditionKey {
  readonly alias: string;
  /** A column, or an expression in brackets. */
  readonly key: string;
  readonly kind: "equal" | "range" | "joined" | "contained";
}

const rangeOperators: ReadonlySet<string> = new Set(["<", "<=", ">", ">="]);
const containing: ReadonlySet<string> = new Set(["@>", "<@", "&&", "?", "?|", "?&", "@@", "@?"]);

/**
 * What an index could serve of a condition as EXPLAIN (VERBOSE) writes it, where every column has its relation before it. What is
 * under OR or NOT is left out: an index serves it seldom.
 */
export async function conditionKeys(condition: string): Promise<ConditionKey[]> {
  const { parse } = await import("libpg-query");
  const tree = await parse(`SELECT WHERE ${condition}`).catch(() => undefined);
  const select = (tree?.stmts?.[0]?.stmt as { SelectStmt?: { whereClause?: ParseNode } } | undefined)?.SelectStmt;
  if (select?.whereClause === undefined) return [];
  return (await Promise.all(conjuncts(select.whereClause).map(keysOf))).flat();
}

function conjuncts(expression: ParseNode): ParseNode[] {
  const bool = expression.BoolExpr as { boolop: string; args: ParseNode[] } | undefined;
  return bool?.boolop === "AND_EXPR" ? bool.args.flatMap(conjuncts) : [expression];
}

async function keysOf(expression: ParseNode): Promise<ConditionKey[]> {
  const nullTest = expression.NullTest as { arg: ParseNode; nulltesttype: string } | undefined;
  if (nullTest?.nulltesttype === "IS_NULL") return sideKeys(nullTest.arg, undefined, "equal");
  // A column of type boolean is a condition of its own.
  if (expression.ColumnRef !== undefined) return sideKeys(expression, undefined, "equal");
  const comparison = expression.A_Expr as
    | { kind: string; name: { String: { sval: string } }[]; lexpr?: ParseNode; rexpr?: ParseNode }
    | undefined;
  if (comparison?.lexpr === undefined || comparison.rexpr === undefined) return [];
  const operator = comparison.name.at(-1)?.String.sval ?? "";
  const { lexpr: left, rexpr: right } = comparison;
  if (operator === "=") {
    if (comparison.kind === "AEXPR_OP_ANY") return sideKeys(left, right, "equal");
    return [...(await sideKeys(left, right, "equal")), ...(await sideKeys(right, left, "equal"))];
  }
  if (rangeOperators.has(operator))
    return [...(await sideKeys(left, right, "range")), ...(await sideKeys(right, left, "range"))];
  if (operator === "~~" && beginsFixed(right)) {
    return (await sideKeys(left, right, "range")).map((one) => ({ ...one, key: `${one.key} text_pattern_ops` }));
  }
  if (containing.has(operator)) return sideKeys(left, right, "contained");
  return [];
}

/** One side of a comparison, if it is made of columns of one relation, and the other of none of them. */
async function sideKeys(
  side: ParseNode,
  other: ParseNode | undefined,
  kind: "equal" | "range" | "contained",
): Promise<ConditionKey[]> {
  const [alias, ...more] = aliasesIn(side);
  const others = other === undefined ? [] : aliasesIn(other);
  if (alias === undefined || more.length > 0 || others.includes(alias)) return [];
  const key = await keyText(side);
  if (key === undefined) return [];
  return [{ alias, key, kind: others.length > 0 && kind === "equal" ? "joined" : kind }];
}

function aliasesIn(expression: ParseNode): string[] {
  const names = [...nodesIn(expression)].flatMap(([kind, { fields }]) => {
    const parts = fields as { String?: { sval: string } }[] | undefined;
    return kind === "ColumnRef" && (parts?.length ?? 0) > 1 ? [parts?.at(-2)?.String?.sval ?? ""] : [];
  });
  return [...new Set(names)];
}

/** The key without the relation's name, as CREATE INDEX has it; what a text is cast to stays the column. */
async function keyText(expression: ParseNode): Promise<string | undefined> {
  const cast = expression.TypeCast as
    | { arg: ParseNode; typeName: { names: { String: { sval: string } }[] } }
    | undefined;
  const isText = cast?.typeName.names.at(-1)?.String.sval === "text";
  if (cast?.arg.ColumnRef !== undefined && isText) return keyText(cast.arg);
  const bare = JSON.parse(JSON.stringify(expression), (name, value) => (name === "fields" ? value.slice(-1) : value));
  // A subquery or a parameter has no place in an index.
  if ([...nodesIn(expression)].some(([kind]) => kind === "SubLink" || kind === "ParamRef")) return undefined;
  const text = await deparse(bare);
  return expression.ColumnRef === undefined ? `(${text})` : text;
}

function beginsFixed(pattern: ParseNode): boolean {
  const constant = ((pattern.TypeCast as { arg?: ParseNode } | undefined)?.arg ?? pattern).A_Const as
    | { sval?: { sval: string } }
    | undefined;
  return constant?.sval !== undefined && /^[^%_]/.test(constant.sval.sval);
}
