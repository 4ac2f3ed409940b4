import type { FunctionFacts, OperatorFacts, UsageFacts } from "../catalog/usage-facts.ts";
import type { WrittenCall, WrittenName } from "./names-used.ts";
import type { ParseNode } from "./parse-statement.ts";
import { typeOf } from "./type-of.ts";

/** Which of these a name may stand for: in the schema that is written, or in any of the path. */
export function named<Named extends { readonly schema: string; readonly name: string }>(
  { schema, name }: WrittenName,
  all: readonly Named[],
  path: readonly string[],
): Named[] {
  return all.filter(
    (one) => one.name === name && (schema === undefined ? path.includes(one.schema) : one.schema === schema),
  );
}

/** The functions that a call may come to. Where types that are known fit one of them exactly, PostgreSQL takes that one. */
export function functionsOf(call: WrittenCall, { functions, path, types }: UsageFacts): FunctionFacts[] {
  const count = call.arguments.length;
  const fitting = named(call, functions, path).filter(
    ({ arguments: wanted, defaults, isVariadic }) =>
      (count <= wanted.length && count >= wanted.length - defaults) || (isVariadic && count >= wanted.length - 1),
  );
  const given = call.arguments.map((node) => typeOf(node, types, path));
  const exact = fitting.find(
    ({ arguments: wanted, isVariadic }) =>
      !isVariadic && wanted.length === count && wanted.every((type, index) => type === given[index]),
  );
  return exact === undefined ? fitting : [exact];
}

/** The operators that an expression may come to; likewise. */
export function operatorsOf(call: WrittenCall, { operators, path, types }: UsageFacts): OperatorFacts[] {
  const fitting = named(call, operators, path);
  if (call.arguments.length === 0) return fitting;
  const [left, right] = sides(call.arguments).map((node) => (node === undefined ? "0" : typeOf(node, types, path)));
  // A literal whose type is not known takes the other side's.
  const exact = fitting.find((one) => one.left === (left ?? right) && one.right === (right ?? left));
  return exact === undefined ? fitting : [exact];
}

function sides(operands: readonly ParseNode[]): readonly (ParseNode | undefined)[] {
  return operands.length === 1 ? [undefined, operands[0]] : operands;
}
