import type { BatchStep } from "../database/batch.ts";
import type { NamesUsed } from "../policy/names-used.ts";
import type { WrittenName } from "../policy/written-call.ts";
import { textArray } from "../values/text-array.ts";

/** Something that a name may stand for. */
export interface NamedThing {
  readonly schema: string;
  readonly name: string;
  /** Whether PostgreSQL or an extension brings it. */
  readonly isBrought: boolean;
}

/** What the names of a statement may stand for, in any schema. */
export interface SchemaFacts {
  /** Where something new is made that is given no schema. */
  readonly current: string | null;
  readonly relations: readonly NamedThing[];
  readonly functions: readonly NamedThing[];
  readonly types: readonly NamedThing[];
  readonly operators: readonly NamedThing[];
}

const thing = (catalog: string, short: string, more: string) => `
  (SELECT pg_catalog.json_agg(pg_catalog.json_build_object('schema', n.nspname, 'name', x.${short}name, 'isBrought', x.oid < 16384 OR EXISTS (
      SELECT FROM pg_catalog.pg_depend d WHERE d.classid = 'pg_catalog.${catalog}'::pg_catalog.regclass AND d.objid = x.oid AND d.deptype = 'e')))
    FROM pg_catalog.${catalog} x JOIN pg_catalog.pg_namespace n ON n.oid = x.${short}namespace WHERE ${more})`;

const query = `
SELECT pg_catalog.json_build_object('current', pg_catalog.current_schema(),
  'relations', ${thing("pg_class", "rel", "x.relname = ANY ($1::name[])")},
  'functions', ${thing(
    "pg_proc",
    "pro",
    `x.proname = ANY ($2::name[]) OR (x.proname = ANY ($3::name[]) AND x.pronargs = 1
      AND (SELECT t.typtype = 'c' FROM pg_catalog.pg_type t WHERE t.oid = x.proargtypes[0]))`,
  )},
  'types', ${thing("pg_type", "typ", "x.typname = ANY ($4::name[])")},
  'operators', ${thing("pg_operator", "opr", "x.oid >= 16384 AND x.oprname = ANY ($5::name[])")})`;

/** The statement that asks for it; its one value is read by `readSchemaFacts`. */
export function schemaFactsStep(relations: readonly WrittenName[], used: NamesUsed): BatchStep {
  const names = (all: readonly WrittenName[]) => textArray([...new Set(all.map(({ name }) => name))]);
  const { calls, attributes, types, operators } = used;
  const lists = [
    names(relations),
    names(calls),
    textArray([...new Set(attributes)]),
    names([...types, ...calls]),
    names(operators),
  ];
  return { text: query, values: lists };
}

export function readSchemaFacts(json: string): SchemaFacts {
  const { current, ...things } = JSON.parse(json) as { [Key in keyof SchemaFacts]: SchemaFacts[Key] | null };
  const { relations, functions, types, operators } = things;
  return {
    ...{ current, relations: relations ?? [], functions: functions ?? [] },
    ...{ types: types ?? [], operators: operators ?? [] },
  };
}
