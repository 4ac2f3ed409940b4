import type { ParseNode } from "../policy/parse-statement.ts";
import { list, strings, writtenName } from "../policy/written-call.ts";
import { callTrace } from "./call-trace.ts";
import { assertNoReader, columnIn, columnTrace, rowOf, rowTrace } from "./column-trace.ts";
import { isEquality } from "./is-equality.ts";
import { queryRows } from "./query-rows.ts";
import type { Scope } from "./scope.ts";
import { isComparable, isMasked, madeOf, type Trace, untouched } from "./trace.ts";

/** Types to which any text is cast without an error that would tell of it. */
const texts: ReadonlySet<string> = new Set(["text", "varchar", "bpchar"]);

/** What an expression tells of masked columns. Refuses those that would tell by what they do: by an error, or by being true. */
export function expressionTrace(node: ParseNode, scope: Scope): Trace {
  const [[kind, value] = []] = Object.entries(node);
  const inner = value as ParseNode;
  switch (kind) {
    case undefined:
    case "A_Const":
    case "ParamRef":
    case "GroupingFunc":
    case "TypeName":
      return untouched;
    case "ColumnRef":
      return columnTrace(list(inner.fields), scope);
    case "FuncCall":
      return callTrace(inner, scope);
    case "TypeCast":
      return castTrace(inner, scope);
    case "A_Expr":
      return operatorTrace(inner, scope);
    case "SubLink":
      return subqueryTrace(inner, scope);
    case "SelectStmt":
      return rowTrace(queryRows(node, scope));
    case "A_Indirection":
      return fieldTrace(inner, scope);
    case "NullTest":
      return nullTestTrace(inner, scope);
    case "CaseExpr":
      return caseTrace(inner, scope);
    case "CoalesceExpr":
    case "MinMaxExpr":
    case "RowExpr":
    case "A_ArrayExpr":
    case "CollateClause":
    case "NamedArgExpr":
    case "SortBy":
    case "List":
      return expressionsTrace([inner], scope);
    default:
      return scope.tracing.refuse(expressionsTrace([inner], scope), "computes with it");
  }
}

/** What everything below some nodes tells together. */
export function expressionsTrace(nodes: readonly unknown[], scope: Scope): Trace {
  return madeOf(nodes.flatMap((node) => nodesBelow(node)).map((node) => expressionTrace(node, scope)));
}

/** The first nodes that are met below something: kinds alone are written with a capital. */
function nodesBelow(value: unknown): ParseNode[] {
  if (typeof value !== "object" || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(nodesBelow);
  const entries = Object.entries(value);
  const [[name] = []] = entries;
  if (entries.length === 1 && name !== undefined && /^[A-Z]/.test(name)) return [value as ParseNode];
  return entries.flatMap(([, inner]) => nodesBelow(inner));
}

function castTrace({ arg, typeName }: ParseNode, scope: Scope): Trace {
  const trace = expressionTrace(arg as ParseNode, scope);
  if (!isMasked(trace)) return trace;
  const { names, typmods, arrayBounds } = typeName as ParseNode;
  const { schema, name } = writtenName(names);
  const isText = texts.has(name) && (schema === undefined || schema === "pg_catalog") && arrayBounds === undefined;
  if (!isText) return scope.tracing.refuse(trace, `casts it to ${name}`);
  return name === "text" && typmods === undefined ? trace : madeOf([trace]);
}

function operatorTrace(node: ParseNode, scope: Scope): Trace {
  const { kind, lexpr, rexpr } = node;
  const [left, right] = [sideOf(lexpr), sideOf(rexpr)];
  const traces = [...left, ...right].map((side) => expressionTrace(side, scope));
  const made = madeOf(traces);
  if (!isMasked(made)) return untouched;
  const name = writtenName(node.name).name;
  if (kind === "AEXPR_OP" && name === "||") return made;
  if (isEquality(node) && arePairsComparable(left, right, scope)) return untouched;
  return scope.tracing.refuse(made, isComparison(name) ? "compares it" : `computes with it (${name})`);
}

/** What is compared on one side: the fields of a row, or one value. */
function sideOf(side: unknown): readonly ParseNode[] {
  if (side === undefined) return [];
  const { RowExpr: row, List: items } = side as ParseNode;
  if (row !== undefined) return list((row as ParseNode).args);
  return items === undefined ? [side as ParseNode] : list((items as ParseNode).items);
}

/** Column by column, or one with each of a list: all of them masked by hash, or none. */
function arePairsComparable(left: readonly ParseNode[], right: readonly ParseNode[], scope: Scope): boolean {
  return right.every((side, index) => {
    const other = left.length === 1 ? left[0] : left[index];
    return other !== undefined && areComparable(expressionTrace(other, scope), expressionTrace(side, scope));
  });
}

function areComparable(one: Trace, other: Trace): boolean {
  return isMasked(one) === isMasked(other) && isComparable(one) && isComparable(other);
}

function isComparison(name: string): boolean {
  return /^(=|<>|<|>|<=|>=|!?~~?\*?)$/.test(name);
}

function subqueryTrace({ subLinkType, testexpr, operName, subselect }: ParseNode, scope: Scope): Trace {
  const { columns, rest = untouched } = queryRows(subselect as ParseNode, scope);
  const [first = rest] = columns.map(({ trace }) => trace);
  if (subLinkType === "EXISTS_SUBLINK") return untouched;
  if (subLinkType === "EXPR_SUBLINK") return columns.length === 1 ? first : madeOf(columns.map(({ trace }) => trace));
  if (testexpr === undefined) return madeOf([first]);
  const left = sideOf(testexpr).map((side) => expressionTrace(side, scope));
  const isEqual = operName === undefined || /^(=|<>)$/.test(strings(list(operName)).at(-1) ?? "");
  const areFit = left.every((side, index) => areComparable(side, columns[index]?.trace ?? rest));
  if (isEqual && areFit) return untouched;
  return scope.tracing.refuse(madeOf([...left, ...columns.map(({ trace }) => trace), rest]), "compares it");
}

/** `(row).field` and `array[1]`. */
function fieldTrace({ arg, indirection }: ParseNode, scope: Scope): Trace {
  const parts = list(indirection);
  const row = rowOf(arg as ParseNode, scope);
  const [field, ...others] = strings(parts);
  if (row !== undefined && field !== undefined && parts.length > others.length) {
    const found = columnIn(row, field);
    if (found !== undefined) return others.length === 0 ? found : madeOf([found]);
  }
  for (const name of strings(parts)) assertNoReader(name, scope);
  const trace = expressionTrace(arg as ParseNode, scope);
  const subscripts = parts.filter((part) => part.String === undefined && part.A_Star === undefined);
  if (subscripts.length === 0 && row === undefined) return madeOf([trace]);
  return scope.tracing.refuse(madeOf([trace, expressionsTrace(subscripts, scope)]), "takes a part of it");
}

/** Whether there is a value is shown by a hash and by its last characters too. */
function nullTestTrace({ arg }: ParseNode, scope: Scope): Trace {
  const trace = expressionTrace(arg as ParseNode, scope);
  if (trace.isWhole && trace.from.every(({ kind }) => kind !== "null")) return untouched;
  return scope.tracing.refuse(trace, "asks whether it is NULL");
}

function caseTrace({ arg, args, defresult }: ParseNode, scope: Scope): Trace {
  const whens = list(args).map(({ CaseWhen }) => CaseWhen as ParseNode);
  const conditions = expressionsTrace([arg, ...whens.map(({ expr }) => expr)], scope);
  scope.tracing.refuse(conditions, "decides by it");
  return madeOf([conditions, expressionsTrace([...whens.map(({ result }) => result), defresult], scope)]);
}
