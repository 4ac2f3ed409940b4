import { firstOfUsers } from "../catalog/first-of-users.ts";
import type { FunctionFacts, RelationFacts, UsageFacts } from "../catalog/usage-facts.ts";
import { functionsOf, isBareLiteral, named, operatorsOf } from "./candidates.ts";
import { type Allowed, functionDanger } from "./function-danger.ts";
import { mayBecome } from "./may-become.ts";
import type { NamesUsed } from "./names-used.ts";
import type { ParseNode } from "./parse-statement.ts";
import { Refusal } from "./refusal.ts";
import { typeInText } from "./type-in-text.ts";
import { typeOf } from "./type-of.ts";
import type { WrittenCall, WrittenName } from "./written-call.ts";

/** Where passwords lie, though hashed, and the server's files of access; and what tells as much without them. */
const secretRelations: ReadonlyMap<string, string> = new Map([
  ["pg_authid", "pg_roles"],
  ["pg_shadow", "pg_user"],
  ["pg_hba_file_rules", "pg_settings"],
  ["pg_ident_file_mappings", "pg_settings"],
  ["pg_file_settings", "pg_settings"],
  ["pg_user_mapping", "pg_foreign_server"],
  ["pg_user_mappings", "pg_foreign_server"],
  ["_pg_user_mappings", "foreign_servers"],
  ["user_mapping_options", "user_mappings"],
  ["pg_largeobject", "pg_largeobject_metadata"],
]);

/** What a column's notation may call: functions of one argument, which is a row. */
const rowTypes: ReadonlySet<string> = new Set(["2249", "2283", "2276", "5077"]);

/** PostgreSQL's own types that stand for any: anyelement, anyarray, anycompatible and the like. */
const anyTypes: ReadonlySet<string> = new Set([
  ...["2283", "2277", "2776", "3831", "4537"],
  ...["5077", "5078", "5079", "5080", "4538"],
]);

/**
 * Holds what a statement names against what the catalog knows of it, and all that leads to: throws a `Refusal` that says
 * which function may do more than is allowed, or which relation is not read.
 */
export function assertHarmless(used: NamesUsed, facts: UsageFacts, allowed: Allowed): void {
  const byOid = new Map(facts.functions.map((one) => [one.oid, one]));
  const look = { facts, used, byOid, allowed };
  for (const call of used.calls) {
    const candidates = functionsOf(call, look);
    // Where all or some of them are dangerous it is refused: which of them PostgreSQL would take is not known for certain.
    for (const candidate of candidates) {
      assertFunction(candidate, `${written(call)}()`, look, candidates.length > 1);
      assertReach("fn", candidate.oid, `${written(call)}()`, look);
    }
    // What is written as a call may be a cast.
    for (const type of named(call, facts.types, facts.path))
      assertType(type.oid, written(call), look, call.arguments[0]);
  }
  for (const call of used.operators) {
    const candidates = operatorsOf(call, look);
    for (const { function: oid } of candidates) {
      assertFunction(byOid.get(oid), `the operator ${written(call)}`, look, candidates.length > 1);
      assertReach("fn", oid, `the operator ${written(call)}`, look);
      if (givesAnyType(byOid.get(oid))) assertColumns(`the operator ${written(call)}`, look);
    }
  }
  for (const name of used.types) {
    for (const { oid } of named(name, facts.types, facts.path)) assertType(oid, written(name), look, name.argument);
  }
  for (const call of used.calls) assertMade(call, look);
  for (const name of used.relations) assertRelation(name, look);
  for (const attribute of used.attributes) assertAttribute(attribute, look);
  assertCasts(look);
  for (const oid of facts.supports)
    assertFunction(byOid.get(oid), `${nameOf(byOid.get(oid))}(), of an operator class,`, look);
}

function nameOf(one: FunctionFacts | undefined): string {
  return one === undefined ? "" : `${one.schema}.${one.name}`;
}

interface Look {
  readonly facts: UsageFacts;
  readonly used: NamesUsed;
  readonly byOid: ReadonlyMap<string, FunctionFacts>;
  readonly allowed: Allowed;
}

function assertFunction(one: FunctionFacts | undefined, as: string, { allowed }: Look, isOneOfSeveral = false): void {
  if (one === undefined) return;
  const danger = functionDanger(one, allowed);
  if (danger === undefined) return;
  const which = isOneOfSeveral ? `${as} may come to ${one.schema}.${one.name}, which` : as;
  const cast = isOneOfSeveral
    ? ". Cast the arguments to the types that are meant, or write the schema before the name"
    : "";
  throw new Refusal(`${which} ${danger}${cast}`);
}

/** What a view, a type's check, a default or an aggregate leads to. */
function assertReach(from: string, oid: string, as: string, look: Look): void {
  for (const reach of look.facts.reaches) {
    if (reach.from !== from || reach.fromOid !== oid) continue;
    if (reach.kind === "fn") {
      const one = look.byOid.get(reach.oid);
      if (one !== undefined) assertFunction(one, `${as} uses ${one.schema}.${one.name}(), which`, look);
    } else if (reach.kind === "rel") {
      const relation = look.facts.relations.find((known) => known.oid === reach.oid);
      if (relation !== undefined) assertNoSecret(relation);
    }
  }
}

/** @param value what is cast to it, where that is written */
function assertType(oid: string, as: string, look: Look, value: ParseNode | undefined): void {
  assertReach("type", oid, `the type ${as}`, look);
  // A literal in quotes is read by the type itself, and a parameter is sent as that type.
  if (value !== undefined && isBareLiteral(value, look.used)) return;
  const given = value === undefined ? undefined : typeOf(value, look);
  for (const cast of look.facts.casts) {
    if (cast.target === oid && mayBecome(given, cast.source, look.facts))
      assertFunction(look.byOid.get(cast.function), `a cast to ${as}`, look);
  }
}

/** What a function reads from text by a type that is not written as one: that of a row or a value it is given, or one that text names. */
function assertMade(call: WrittenCall, look: Look): void {
  if (typeInText(call)?.length === 0)
    throw new Refusal(`${written(call)}() takes a type that is not told: write its name there, in quotes`);
  if (makesValues(call, look)) assertColumns(`${written(call)}()`, look);
}

/** Types of columns and results, of which a value may be made though nothing names them. */
function assertColumns(as: string, look: Look): void {
  for (const { from, kind, oid } of look.facts.reaches) {
    const one = from === "column" && kind === "fn" ? look.byOid.get(oid) : undefined;
    if (one !== undefined)
      assertFunction(one, `${as} may make a value of a type that uses ${one.schema}.${one.name}(), which`, look);
  }
}

/**
 * Whether a call reads a value of whatever type from text: of a row from JSON, of a literal where any type may stand, or in a way
 * that an extension brings, as hstore's `populate_record`.
 */
function makesValues(call: WrittenCall, look: Look): boolean {
  return (
    /^jsonb?_populate_record(set|_valid)?$/.test(call.name) ||
    functionsOf(call, look).some(
      (one) =>
        givesAnyType(one) ||
        call.arguments.some(
          (node, index) => anyTypes.has(one.arguments[index] ?? "") && isBareLiteral(node, look.used),
        ),
    )
  );
}

/** Whether a function that somebody made gives a value of whatever type it is given. */
function givesAnyType(one: FunctionFacts | undefined): boolean {
  return one !== undefined && Number(one.oid) >= firstOfUsers && anyTypes.has(one.returns);
}

function assertRelation(name: WrittenName, look: Look): void {
  for (const relation of named(name, look.facts.relations, look.facts.path)) {
    assertNoSecret(relation);
    assertReach("rel", relation.oid, `${relation.schema}.${relation.name}`, look);
  }
}

/** `t.f` and `(t).f` call a function f of one argument where the row has no column of that name. */
function assertAttribute(attribute: string, look: Look): void {
  for (const one of look.facts.functions) {
    if (one.name !== attribute || one.arguments.length - one.defaults > 1) continue;
    const [argument] = one.arguments;
    const takesRows = argument !== undefined && (rowTypes.has(argument) || Number(argument) >= 16384);
    if (takesRows && look.facts.path.includes(one.schema))
      assertFunction(one, `.${attribute}, which may be a call of ${one.schema}.${one.name}(),`, look);
  }
}

/** An implicit cast is made where none is written, wherever a value of its source type comes. */
function assertCasts(look: Look): void {
  for (const { function: oid, isImplicit, isTouched } of look.facts.casts) {
    if (isImplicit && isTouched) assertFunction(look.byOid.get(oid), "an implicit cast", look);
  }
}

function assertNoSecret({ schema, name }: RelationFacts): void {
  if (schema === "pg_toast")
    throw new Refusal(`${name} holds parts of another table's values, whatever guards those; select from that table`);
  const rest = /^(pg_catalog|information_schema)$/.test(schema) ? secretRelations.get(name) : undefined;
  if (rest !== undefined) throw new Refusal(`${name} holds what is not shown to anybody; ${rest} tells the rest`);
}

function written({ schema, name }: WrittenName): string {
  return schema === undefined ? name : `${schema}.${name}`;
}
