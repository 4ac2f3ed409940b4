import type { ParseNode } from "./parse-statement.ts";
import { list, type WrittenCall, writtenName } from "./written-call.ts";

/** Stands for a kind of node, of which PostgreSQL has none: any element of the array that an expression gives. */
export const elementOf = "element of";

const untold: ParseNode = {};

/** Operators behind syntax that names none. */
const impliedOperators: Readonly<Record<string, readonly string[]>> = {
  AEXPR_BETWEEN: [">=", "<="],
  AEXPR_NOT_BETWEEN: ["<", ">"],
  AEXPR_BETWEEN_SYM: [">=", "<="],
  AEXPR_NOT_BETWEEN_SYM: ["<", ">"],
};

/** The operators that a node names or means, with their operands. */
export function operatorsIn(kind: string, node: ParseNode): WrittenCall[] {
  switch (kind) {
    case "SubLink":
      // x IN (SELECT …) names none, and means this one.
      if (node.operName === undefined && node.subLinkType !== "ANY_SUBLINK") return [];
      return [operator(node.operName ?? "=", node.testexpr, untold)];
    case "SortBy":
      return node.useOp === undefined ? [] : [operator(node.useOp, node.node, node.node)];
    case "CaseExpr":
      if (node.arg === undefined) return [];
      return list(node.args).map((when) => operator("=", node.arg, (when.CaseWhen as ParseNode).expr));
    case "JoinExpr":
      if (node.isNatural === true) return [operator("=", untold, untold)];
      return list(node.usingClause).map((name) => {
        const column = { ColumnRef: { fields: [name] } };
        return operator("=", column, column);
      });
    default:
      return operatorsOfExpression(node);
  }
}

function operatorsOfExpression({ kind, name, lexpr, rexpr }: ParseNode): WrittenCall[] {
  const implied = impliedOperators[String(kind)];
  if (implied !== undefined) {
    const bounds = list(((rexpr as ParseNode).List as ParseNode).items);
    return implied.flatMap((one) => bounds.map((bound) => operator(one, lexpr, bound)));
  }
  if (lexpr === undefined) return [{ ...writtenName(name), arguments: [rexpr as ParseNode] }];
  if (kind === "AEXPR_IN") return [operator(name, lexpr, untold)];
  // What stands on the right is not compared itself, but each of its elements.
  if (kind === "AEXPR_OP_ANY" || kind === "AEXPR_OP_ALL") return [operator(name, lexpr, { [elementOf]: rexpr })];
  const [left, right] = [lexpr, rexpr].map((side) => (side as ParseNode).RowExpr as ParseNode | undefined);
  if (left === undefined || right === undefined) return [operator(name, lexpr, rexpr)];
  // Rows are compared column by column.
  return list(left.args).map((one, index) => operator(name, one, list(right.args)[index]));
}

function operator(name: unknown, left: unknown, right: unknown): WrittenCall {
  const written = typeof name === "string" ? { schema: undefined, name } : writtenName(name);
  return { ...written, arguments: [left ?? untold, right ?? untold] as ParseNode[] };
}
