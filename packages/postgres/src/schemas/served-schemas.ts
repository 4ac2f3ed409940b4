import { type Cancellation, ConnectorError } from "@drawbridge/core";
import { firstOfUsers } from "../catalog/first-of-users.ts";
import type { UsageFacts } from "../catalog/usage-facts.ts";
import type { BatchResult, BatchStep } from "../database/batch.ts";
import { nodesIn } from "../executing/nodes-in.ts";
import { relationsIn } from "../masking/relations-in.ts";
import { type NamesUsed, namesUsed } from "../policy/names-used.ts";
import { type ParsedStatement, parseStatement } from "../policy/parse-statement.ts";
import { textArray } from "../values/text-array.ts";
import { assertWithin } from "./assert-within.ts";
import { readSchemaFacts, schemaFactsStep } from "./schema-facts.ts";

/** Runs a statement of our own in the database. */
type Ask = (step: BatchStep, signal: Cancellation) => Promise<BatchResult>;

/** Milliseconds for which the catalog is taken to be as it was. */
const freshFor = 1000;

const query = `
SELECT pg_catalog.json_build_object(
  'all', (SELECT pg_catalog.json_agg(n.nspname) FROM pg_catalog.pg_namespace n WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'),
  'relations', (SELECT pg_catalog.json_agg(DISTINCT c.relname) FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = ANY ($1::text[])),
  'others', (SELECT pg_catalog.json_agg(DISTINCT o.name) FROM (
      SELECT p.oid, p.proname, p.pronamespace, 'pg_catalog.pg_proc'::pg_catalog.regclass FROM pg_catalog.pg_proc p
      UNION ALL SELECT t.oid, t.typname, t.typnamespace, 'pg_catalog.pg_type'::pg_catalog.regclass FROM pg_catalog.pg_type t
    ) o(oid, name, namespace, catalog) JOIN pg_catalog.pg_namespace n ON n.oid = o.namespace
    WHERE o.oid >= ${firstOfUsers} AND n.nspname <> ALL ($1::text[])
      AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d WHERE d.classid = o.catalog AND d.objid = o.oid AND d.deptype = 'e')))`;

interface Knowledge {
  readonly all: readonly string[];
  /** Names of relations of the schemas that are served. */
  readonly relations: ReadonlySet<string>;
  /** Names of functions and types of schemas that are not. */
  readonly others: ReadonlySet<string>;
  readonly at: number;
}

/** What keeps to some schemas of a database. */
export class ServedSchemas {
  readonly names: ReadonlySet<string>;
  readonly #ask: Ask;
  #knowledge: Knowledge | undefined;

  constructor(ask: Ask, names: readonly string[]) {
    this.#ask = ask;
    this.names = new Set(names);
  }

  /** The schemas that the database has. */
  async all(signal: Cancellation): Promise<readonly string[]> {
    return (await this.#known(signal)).all;
  }

  /** Throws `refused` for a statement that names what is of another schema. */
  async assert(
    statement: ParsedStatement,
    used: NamesUsed,
    { path, functions: called }: Pick<UsageFacts, "path" | "functions">,
    signal: Cancellation,
  ): Promise<void> {
    const { rows } = await this.#ask(schemaFactsStep([...relationsIn(statement.node)], used), signal);
    assertWithin(statement, used, { ...readSchemaFacts(rows[0]?.[0] ?? "{}"), path, called }, this.names);
  }

  /** Throws `refused` for a schema that is not served. */
  assertServed(schema: string): void {
    if (this.names.has(schema)) return;
    throw new ConnectorError(
      "refused",
      `The schema ${schema} is not served here. Served are: ${[...this.names].join(", ")}.`,
    );
  }

  /** Whether a text, in which names of relations have their schemas, names another one. */
  async namesOthers(text: string, signal: Cancellation): Promise<boolean> {
    const { all } = await this.#known(signal);
    return all.some((schema) => !this.names.has(schema) && hasPrefix(text, schema));
  }

  /** Whether a statement that somebody ran is of these schemas alone, as far as its text tells. */
  async covers(sql: string, signal: Cancellation): Promise<boolean> {
    const statement = await parseStatement(sql).catch(() => undefined);
    if (
      statement === undefined ||
      !/^(Select|Insert|Update|Delete|Merge|Transaction|VariableShow)Stmt$/.test(statement.kind)
    )
      return false;
    const { relations, others } = await this.#known(signal);
    const used = namesUsed(statement, undefined);
    const read = [...relationsIn(statement.node)];
    const called = [...used.calls, ...used.types];
    const common = [...nodesIn(statement.node)].map(([, { ctename }]) => ctename);
    return (
      [...read, ...called, ...used.operators].every(
        ({ schema }) => schema === undefined || schema === "pg_catalog" || this.names.has(schema),
      ) &&
      read.every(({ schema, name }) => schema !== undefined || relations.has(name) || common.includes(name)) &&
      called.every(({ schema, name }) => schema !== undefined || !others.has(name))
    );
  }

  async #known(signal: Cancellation): Promise<Knowledge> {
    if (this.#knowledge !== undefined && performance.now() - this.#knowledge.at <= freshFor) return this.#knowledge;
    const at = performance.now();
    const { rows } = await this.#ask({ text: query, values: [textArray([...this.names])] }, signal);
    const { all, relations, others } = JSON.parse(rows[0]?.[0] ?? "{}") as Record<string, string[] | null>;
    this.#knowledge = { all: all ?? [], relations: new Set(relations), others: new Set(others), at };
    return this.#knowledge;
  }
}

/** `schema.`, in quotes or not, and not as the end of a longer name. */
function hasPrefix(text: string, schema: string): boolean {
  return [`${schema}.`, `"${schema.replaceAll('"', '""')}".`].some((prefix) => {
    for (let at = text.indexOf(prefix); at !== -1; at = text.indexOf(prefix, at + 1))
      if (!/[\p{L}\p{N}_$"]/u.test(text[at - 1] ?? " ")) return true;
    return false;
  });
}
