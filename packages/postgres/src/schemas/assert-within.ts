import type { FunctionFacts } from "../catalog/usage-facts.ts";
import { relationsIn } from "../masking/relations-in.ts";
import { named } from "../policy/candidates.ts";
import type { NamesUsed } from "../policy/names-used.ts";
import type { ParsedStatement, ParseNode } from "../policy/parse-statement.ts";
import { Refusal } from "../policy/refusal.ts";
import { list, strings, type WrittenName } from "../policy/written-call.ts";
import { catalogForAll, functionsOfNames, rowsOfCatalog, typesOfNames } from "./catalog-for-all.ts";
import { revealsNames } from "./reveals-names.ts";
import type { NamedThing, SchemaFacts } from "./schema-facts.ts";

const ofSystem: ReadonlySet<string> = new Set(["pg_catalog", "information_schema"]);

/** Statements that name what they are about as relations, or about nothing that has a schema. */
const known: ReadonlySet<string> = new Set([
  ...["SelectStmt", "InsertStmt", "UpdateStmt", "DeleteStmt", "MergeStmt", "VariableShowStmt"],
  ...["CreateStmt", "CreateTableAsStmt", "ViewStmt", "IndexStmt", "AlterTableStmt", "TruncateStmt", "VacuumStmt"],
  ...["RefreshMatViewStmt"],
]);

/** Statements that make a relation, which stands in the current schema where none is written. */
const making: ReadonlySet<string> = new Set(["CreateStmt", "CreateTableAsStmt", "ViewStmt"]);

/** Throws a `Refusal` for a statement that names what is of another schema than those that are served. */
export function assertWithin(
  statement: ParsedStatement,
  used: NamesUsed,
  facts: PlacedFacts,
  served: ReadonlySet<string>,
): void {
  const look = { facts, served };
  assertKind(statement, look);
  for (const name of relationsIn(statement.node)) assertRelation(name, look);
  for (const name of [...used.calls, ...used.attributes.map((one) => ({ schema: undefined, name: one }))])
    assertFunction(name, look);
  for (const name of used.types) assertType(name, look);
  for (const name of used.operators) assertThing(name, facts.operators, "operator", look);
}

/** What names may stand for, with the schemas in which one without is looked for, in turn. */
interface PlacedFacts extends SchemaFacts {
  readonly path: readonly string[];
  /** Functions that it calls, and others. */
  readonly called: readonly FunctionFacts[];
}

interface Look {
  readonly facts: PlacedFacts;
  readonly served: ReadonlySet<string>;
}

function assertKind({ kind, node }: ParsedStatement, look: Look): void {
  if (kind === "ExplainStmt")
    throw new Refusal("A plan may name what is in schemas that are not served: pg_explain shows it without that");
  if (kind === "DropStmt" || kind === "CommentStmt") {
    const isColumn = node.objtype === "OBJECT_COLUMN";
    for (const object of kind === "DropStmt" ? list(node.objects) : [node.object])
      assertWritten(object, isColumn ? 3 : 2, look);
  } else if (!known.has(kind)) {
    throw new Refusal(`${kind} is not run where only some schemas are served (${[...look.served].join(", ")})`);
  }
  assertAlone(kind, node);
  const { current } = look.facts;
  if (!making.has(kind) || current === null || look.served.has(current)) return;
  const { relname, schemaname } = (node.relation ??
    node.view ??
    (node.into as { rel?: unknown } | undefined)?.rel ??
    {}) as {
    relname?: string;
    schemaname?: string;
  };
  if (schemaname === undefined) throw outside(relname ?? "it", look);
}

/** What goes further than what it names may come to another schema. */
function assertAlone(kind: string, node: ParseNode): void {
  const behaviors = [node, ...list(node.cmds).map(({ AlterTableCmd }) => (AlterTableCmd ?? {}) as ParseNode)];
  if (behaviors.some(({ behavior }) => behavior === "DROP_CASCADE"))
    throw new Refusal("CASCADE may come to what is in schemas that are not served: leave it out");
  if (kind === "VacuumStmt" && list(node.rels).length === 0)
    throw new Refusal("Without a table it comes to those of every schema: write which");
}

/** The names of what DROP and COMMENT are about must have their schema. */
function assertWritten(object: unknown, parts: number, look: Look): void {
  const names = strings(list((object as { List?: { items?: unknown } }).List?.items));
  const [schema] = names;
  if (names.length !== parts || schema === undefined)
    throw new Refusal(`Write the schema before the name: only some are served (${[...look.served].join(", ")})`);
  if (!look.served.has(schema)) throw outside(names.join("."), look);
}

function assertRelation(name: WrittenName, look: Look): void {
  const schema = name.schema ?? named(name, look.facts.relations, look.facts.path)[0]?.schema;
  // One that is not found is a common table, or PostgreSQL says so.
  if (schema === undefined || look.served.has(schema)) return;
  if (!ofSystem.has(schema)) throw outside(asWritten(name), look);
  if (!catalogForAll.has(name.name)) {
    throw new Refusal(
      `${name.name} tells of every schema, and only some are served (${[...look.served].join(", ")}): pg_search_objects and ` +
        "pg_describe tell of those",
    );
  }
}

function assertFunction(name: WrittenName, look: Look): void {
  const called = named(name, look.facts.called, look.facts.path);
  if (functionsOfNames.test(name.name) || typesOfNames.test(name.name) || called.some(revealsNames)) {
    throw new Refusal(
      `${name.name}() tells of things in any schema, and only some are served (${[...look.served].join(", ")}): pg_describe tells of those`,
    );
  }
  assertThing(name, look.facts.functions, "function", look);
}

function assertType(name: WrittenName, look: Look): void {
  if (typesOfNames.test(name.name) || rowsOfCatalog.test(name.name)) {
    throw new Refusal(
      `The type ${name.name} names things in any schema, and only some are served (${[...look.served].join(", ")}): leave the cast out`,
    );
  }
  assertThing(name, look.facts.types, "type", look);
}

/** Whichever of the functions or types that a name may stand for: where one is of another schema it is refused. */
function assertThing(written: WrittenName, things: readonly NamedThing[], kind: string, look: Look): void {
  const { schema } = written;
  const meant = named(written, things, look.facts.path);
  const isOther = meant.some((one) => !one.isBrought && !look.served.has(one.schema));
  const isNone = meant.length === 0 && schema !== undefined && !look.served.has(schema) && !ofSystem.has(schema);
  if (isOther || isNone) throw outside(`the ${kind} ${asWritten(written)}`, look);
}

/** Where a thing is that is not served is not told to one who did not write it. */
function asWritten({ schema, name }: WrittenName): string {
  return schema === undefined ? name : `${schema}.${name}`;
}

function outside(name: string, { served }: Look): Refusal {
  return new Refusal(`${name} is in no schema that is served. Served are: ${[...served].join(", ")}`);
}
