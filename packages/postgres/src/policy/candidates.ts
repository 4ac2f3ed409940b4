import type { FunctionFacts, OperatorFacts } from "../catalog/usage-facts.ts";
import { mayBecome } from "./may-become.ts";
import type { NamesUsed } from "./names-used.ts";
import type { ParseNode } from "./parse-statement.ts";
import { type Surroundings, typeOf } from "./type-of.ts";
import type { WrittenCall, WrittenName } from "./written-call.ts";

/** Which of these a name may stand for: in the schema that is written, or in any of the path, in the path's order. */
export function named<Named extends { readonly schema: string; readonly name: string }>(
  { schema, name }: WrittenName,
  all: readonly Named[],
  path: readonly string[],
): Named[] {
  const found = all.filter(
    (one) => one.name === name && (schema === undefined ? path.includes(one.schema) : one.schema === schema),
  );
  return found.toSorted((one, other) => path.indexOf(one.schema) - path.indexOf(other.schema));
}

/**
 * The functions that a call may come to (PostgreSQL manual, 10.3). Where all types are known and fit one exactly, it is that
 * one; else those are left out into whose arguments a type that is known is not turned by itself.
 */
export function functionsOf(call: WrittenCall, around: Surroundings): FunctionFacts[] {
  const { functions, path } = around.facts;
  if (call.isUntold) return named(call, functions, path);
  const count = call.arguments.length;
  const fitting = named(call, functions, path).filter(
    ({ arguments: wanted, defaults, isVariadic }) =>
      (count <= wanted.length && count >= wanted.length - defaults) || (isVariadic && count >= wanted.length - 1),
  );
  // Types are looked at only where it matters. Arguments that are named stand in another order.
  if (fitting.length < 2 || call.arguments.some((node) => "NamedArgExpr" in node)) return fitting;
  const given = call.arguments.map((node) => typeOf(node, around));
  const exact = fitting.find(
    ({ arguments: wanted, isVariadic }) =>
      !isVariadic && wanted.length === count && wanted.every((type, index) => type === given[index]),
  );
  if (exact !== undefined) return [exact];
  return fitting.filter(
    (one) =>
      one.isVariadic ||
      (given.every((type, index) => mayBecome(type, one.arguments[index], around.facts)) &&
        !isOutdone(one, fitting, call.arguments, around)),
  );
}

/** The operators that an expression may come to (PostgreSQL manual, 10.2); likewise. */
export function operatorsOf(call: WrittenCall, around: Surroundings): OperatorFacts[] {
  const fitting = named(call, around.facts.operators, around.facts.path);
  if (fitting.length < 2) return fitting;
  const [left, right] = sides(call.arguments).map((node) => (node === undefined ? "0" : typeOf(node, around)));
  const exact = fitting.find((one) => one.left === left && one.right === right);
  if (exact !== undefined) return [exact];
  const literal = call.arguments.findIndex((node) => isBareLiteral(node, around.used));
  // A literal whose type is not known takes the other side's, where there is such an operator.
  const other = literal === 0 ? right : left;
  const same = fitting.find((one) => one.left === other && one.right === other);
  if (literal !== -1 && other !== undefined && same !== undefined) return [same];
  return fitting.filter((one) => mayBecome(left, one.left, around.facts) && mayBecome(right, one.right, around.facts));
}

function sides(operands: readonly ParseNode[]): readonly (ParseNode | undefined)[] {
  return operands.length === 1 ? [undefined, operands[0]] : operands;
}

/** A literal in quotes, or a parameter, as the only argument is taken for text where a function of that name takes text. */
function isOutdone(
  { arguments: [wanted] }: FunctionFacts,
  fitting: readonly FunctionFacts[],
  [argument, ...others]: readonly ParseNode[],
  { facts, used }: Surroundings,
): boolean {
  if (argument === undefined || others.length > 0 || !isBareLiteral(argument, used)) return false;
  const isText = (type: string | undefined) => facts.kinds.find(({ oid }) => oid === type)?.category === "S";
  return !isText(wanted) && fitting.some((one) => one.arguments.length === 1 && isText(one.arguments[0]));
}

/** Whether a node is a literal in quotes or a parameter, whose type is what is wanted of it. */
export function isBareLiteral(node: ParseNode, { repeated }: Pick<NamesUsed, "repeated">): boolean {
  const { number } = (node.ParamRef ?? {}) as { number?: number };
  return number === undefined ? "sval" in ((node.A_Const ?? {}) as ParseNode) : !repeated.has(number);
}
