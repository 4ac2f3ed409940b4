import type { HealthCheck } from "../health-check.ts";

/** Constraints that were never checked against the rows that were there before, and references without an index. */
export const constraints: HealthCheck = {
  name: "constraints",
  sql: `
SELECT json_build_object('level', 'warning',
  'evidence', format('%s on %s is NOT VALID: rows that were there before it may break it', k.conname, k.conrelid::regclass),
  'remedy', format('ALTER TABLE %s VALIDATE CONSTRAINT %I.', k.conrelid::regclass, k.conname))
FROM pg_catalog.pg_constraint k JOIN pg_catalog.pg_namespace n ON n.oid = k.connamespace
WHERE NOT k.convalidated AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
UNION ALL
SELECT json_build_object('level', 'warning',
  'evidence', format('%s on %s (%s rows) has no index on its own side', k.conname, k.conrelid::regclass, c.reltuples::bigint),
  'remedy', format('Each change of the key it references reads the table through: CREATE INDEX CONCURRENTLY ON %s (%s).', k.conrelid::regclass,
    (SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY u.position) FROM unnest(k.conkey) WITH ORDINALITY u(attnum, position)
      JOIN pg_catalog.pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.attnum)))
FROM pg_catalog.pg_constraint k JOIN pg_catalog.pg_class c ON c.oid = k.conrelid
WHERE k.contype = 'f' AND k.conparentid = 0 AND c.reltuples > 10000 AND NOT EXISTS (
  SELECT FROM pg_catalog.pg_index i WHERE i.indrelid = k.conrelid AND i.indisvalid AND i.indpred IS NULL
    AND (string_to_array(i.indkey::text, ' ')::int2[])[1:cardinality(k.conkey)] @> k.conkey)`,
};
