import { namesUsed } from "../policy/names-used.ts";
import { parseStatement } from "../policy/parse-statement.ts";
import { textArray } from "../values/text-array.ts";
import type { Failing } from "./failing.ts";

const verbs: Readonly<Record<string, readonly string[]>> = {
  InsertStmt: ["INSERT"],
  UpdateStmt: ["UPDATE"],
  DeleteStmt: ["DELETE"],
  MergeStmt: ["INSERT", "UPDATE", "DELETE"],
};

/** Relations, schemas and functions that the statement names and this role may not use, as the GRANT that would let it. */
const query = `
WITH relation AS (
  SELECT c.oid, c.relnamespace, n.nspname, c.relname FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relname = ANY ($1::name[]) AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
    AND (pg_catalog.pg_table_is_visible(c.oid) OR n.nspname = ANY ($2::name[]))
)
SELECT pg_catalog.format('GRANT USAGE ON SCHEMA %I TO %I', s.nspname, current_user)
FROM pg_catalog.pg_namespace s WHERE s.nspname = ANY ($2::name[]) AND NOT pg_catalog.has_schema_privilege(s.oid, 'USAGE')
UNION ALL
SELECT pg_catalog.format('GRANT %s ON %I.%I TO %I', pg_catalog.string_agg(verb, ', '), r.nspname, r.relname, current_user)
FROM relation r, pg_catalog.unnest($4::text[]) AS v(verb)
WHERE NOT pg_catalog.has_table_privilege(r.oid, verb) GROUP BY r.nspname, r.relname
UNION ALL
SELECT pg_catalog.format('GRANT EXECUTE ON FUNCTION %s TO %I', p.oid::regprocedure, current_user)
FROM pg_catalog.pg_proc p WHERE p.proname = ANY ($3::name[]) AND p.pronamespace <> 'pg_catalog'::regnamespace
  AND NOT pg_catalog.has_function_privilege(p.oid, 'EXECUTE')
LIMIT 5`;

/** The GRANT without which PostgreSQL refused. */
export async function missingGrant({ sql, database, signal }: Failing): Promise<string> {
  const statement = await parseStatement(sql);
  const { relations, calls } = namesUsed(statement, undefined);
  const schemas = [...relations, ...calls].flatMap(({ schema }) => (schema === undefined ? [] : [schema]));
  const names = [relations.map(({ name }) => name), schemas, calls.map(({ name }) => name)];
  const values = [...names, ["SELECT", ...(verbs[statement.kind] ?? [])]].map((list) => textArray([...new Set(list)]));
  const { rows } = await database.read({ text: query, values }, { rows: 5, bytes: 10_000, signal });
  if (rows.length === 0)
    return "Who owns what it names, or administers the server, can allow it; --doctor tells what this role may do.";
  return `Who owns it can allow it: ${rows.map(([grant]) => `${grant};`).join(" ")}`;
}
