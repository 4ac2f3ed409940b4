import type { UsageFacts } from "../catalog/usage-facts.ts";
import { functionsOf, named } from "./candidates.ts";
import type { NamesUsed } from "./names-used.ts";
import { elementOf } from "./operators-in.ts";
import type { ParseNode } from "./parse-statement.ts";
import { type WrittenName, writtenCall } from "./written-call.ts";

/** Numbers of types that every PostgreSQL has. */
const known = { bool: "16", int4: "23", int8: "20", numeric: "1700" } as const;

/** What PostgreSQL calls a column that nobody named, by its expression; a column of a relation that is called so is not told. */
const namedByExpression =
  /^(case|coalesce|array|row|exists|greatest|least|nullif|grouping|merge_action|column\d+|ordinality|xml\w*|json\w*|current_\w+|local\w+|session_user|user|system_user)$/;

/** What the type of an expression is told by. */
export interface Surroundings {
  readonly facts: UsageFacts;
  readonly used: NamesUsed;
}

/** The type of an expression, by its number; undefined where it is not told for certain, and for a literal that has none yet. */
export function typeOf(node: ParseNode, around: Surroundings): string | undefined {
  const [[kind, inner] = []] = Object.entries(node);
  switch (kind) {
    case "A_Const":
      return constantType(inner as ParseNode);
    case "TypeCast":
      return castType(inner as ParseNode, around.facts);
    case "ColumnRef":
      return columnType(inner as ParseNode, around);
    case "FuncCall":
      return callType(inner as ParseNode, around);
    case "BoolExpr":
    case "NullTest":
    case "BooleanTest":
      return known.bool;
    case elementOf:
      return elementType(typeOf(inner as ParseNode, around), around.facts);
    default:
      return undefined;
  }
}

function elementType(array: string | undefined, { kinds }: UsageFacts): string | undefined {
  const { kind, element = "0" } = kinds.find(({ oid }) => oid === array) ?? {};
  return kind === "b" && element !== "0" ? element : undefined;
}

function constantType(constant: ParseNode): string | undefined {
  if ("boolval" in constant) return known.bool;
  if ("ival" in constant) return known.int4;
  if (!("fval" in constant)) return undefined;
  const { fval = "" } = constant.fval as { fval?: string };
  return /^\d+$/.test(fval) ? undefined : known.numeric;
}

function castType({ typeName }: ParseNode, { types, path }: UsageFacts): string | undefined {
  const { names, arrayBounds } = typeName as { names?: { String: { sval: string } }[]; arrayBounds?: unknown };
  if (names === undefined || arrayBounds !== undefined) return undefined;
  const [name = "", schema] = names.map((part) => part.String.sval).toReversed();
  return named({ schema, name }, types, path)[0]?.oid;
}

/** The one type that all have which the call may come to; none that is put together from the arguments'. */
function callType(node: ParseNode, around: Surroundings): string | undefined {
  const returned = new Set(functionsOf(writtenCall(node), around).map(({ returns }) => returns));
  const [type] = returned;
  if (returned.size !== 1 || around.facts.kinds.find(({ oid }) => oid === type)?.kind === "p") return undefined;
  return type;
}

/**
 * The one type that a column can have. A name without a point may be of any relation that is named, in whatever part of the
 * statement; one that the statement gives itself, or that could come of an expression, is not followed.
 */
function columnType({ fields }: ParseNode, { facts, used }: Surroundings): string | undefined {
  const parts = (fields as { String?: { sval: string } }[]).map((part) => part.String?.sval);
  const [name, qualifier] = parts.toReversed();
  if (name === undefined || parts.length > 2 || used.given.has(name) || namedByExpression.test(name)) return undefined;
  if (qualifier === undefined && (used.readsUntold || isNamedByUse(name, used))) return undefined;
  const relations = qualifier === undefined ? used.relations : used.qualifiers.get(qualifier);
  if (relations === undefined) return undefined;
  const oids = new Set(relations.flatMap((relation) => relationsOf(relation, facts)));
  const found = facts.columns.filter((column) => column.name === name && oids.has(column.relation));
  const types = new Set(found.map(({ type }) => type));
  return types.size === 1 ? found[0]?.type : undefined;
}

function relationsOf(name: WrittenName, facts: UsageFacts): string[] {
  return named(name, facts.relations, facts.path).map(({ oid }) => oid);
}

/** Whether a column may be called so for the function, the type or the field that it was made by. */
function isNamedByUse(name: string, { calls, types, attributes, relations }: NamesUsed): boolean {
  return (
    [...calls, ...types, ...relations].some((one) => one.name === name) ||
    attributes.filter((attribute) => attribute === name).length > 0
  );
}
