import type { BatchStep } from "../database/batch.ts";
import type { NamesUsed } from "../policy/names-used.ts";
import type { WrittenName } from "../policy/written-call.ts";
import { textArray } from "../values/text-array.ts";
import type { RelationColumns } from "./masked-catalog.ts";

/** What tracing a statement takes to know of what it names. */
export interface StatementFacts {
  readonly relations: readonly RelationColumns[];
  readonly functions: readonly {
    readonly schema: string;
    readonly name: string;
    /** Whether PostgreSQL or an extension brings it. */
    readonly isBrought: boolean;
    /** What it gives as a table: null where the statement says it, none where it is a single value. */
    readonly columns: readonly string[] | null;
  }[];
}

const query = `
SELECT pg_catalog.json_build_object(
  'relations', (SELECT pg_catalog.json_agg(pg_catalog.json_build_object('oid', c.oid::text, 'schema', n.nspname, 'name', c.relname,
      'columns', coalesce((SELECT pg_catalog.json_agg(pg_catalog.json_build_object('name', a.attname, 'number', a.attnum) ORDER BY a.attnum)
        FROM pg_catalog.pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped), '[]')))
    FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relname = ANY ($1::name[]) AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S')),
  'functions', (SELECT pg_catalog.json_agg(pg_catalog.json_build_object('schema', n.nspname, 'name', p.proname,
      'isBrought', p.oid < 16384 OR EXISTS (SELECT FROM pg_catalog.pg_depend d
        WHERE d.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass AND d.objid = p.oid AND d.deptype = 'e'),
      'columns', CASE WHEN p.proargmodes IS NOT NULL THEN (SELECT pg_catalog.json_agg(coalesce(p.proargnames[i], '') ORDER BY i)
          FROM pg_catalog.generate_subscripts(p.proargmodes, 1) AS i WHERE p.proargmodes[i] IN ('o', 'b', 't'))
        WHEN t.typrelid <> 0 THEN (SELECT pg_catalog.json_agg(a.attname ORDER BY a.attnum) FROM pg_catalog.pg_attribute a
          WHERE a.attrelid = t.typrelid AND a.attnum > 0 AND NOT a.attisdropped)
        WHEN t.typtype = 'p' THEN NULL ELSE '[]' END))
    FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace JOIN pg_catalog.pg_type t ON t.oid = p.prorettype
    WHERE p.proname = ANY ($2::name[]))
)`;

/** The statement that asks for it; its one value is read by `readStatementFacts`. */
export function statementFactsStep(relations: readonly WrittenName[], { calls, attributes }: NamesUsed): BatchStep {
  const lists = [relations.map(({ name }) => name), [...calls.map(({ name }) => name), ...attributes]];
  return { text: query, values: lists.map((names) => textArray([...new Set(names)])) };
}

export function readStatementFacts(json: string): StatementFacts {
  const { relations, functions } = JSON.parse(json) as {
    [Key in keyof StatementFacts]: StatementFacts[Key] | null;
  };
  return { relations: relations ?? [], functions: functions ?? [] };
}
