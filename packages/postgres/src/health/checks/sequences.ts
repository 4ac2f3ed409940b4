import type { HealthCheck } from "../health-check.ts";

/** Sequences that are nearly at their end, or at that of the column they number. */
export const sequences: HealthCheck = {
  name: "sequences",
  sql: `
SELECT json_build_object('level', CASE WHEN s.used >= 0.95 THEN 'critical' ELSE 'warning' END,
  'evidence', format('%s.%s has used %s%% of its numbers: %s of %s', s.schema, s.name, round(100 * s.used, 1), s.last, s.most),
  'remedy', CASE WHEN s.column_type IS NULL THEN 'ALTER SEQUENCE … AS bigint, or let it begin anew where numbers are free.'
    ELSE format('Make the column %s a bigint before it runs out, and the sequence too.', s.owner) END)
FROM (
  SELECT q.schemaname AS schema, q.sequencename AS name, q.last_value AS last, column_type, owner,
    least(q.max_value, CASE column_type WHEN 'smallint' THEN 32767 WHEN 'integer' THEN 2147483647 ELSE q.max_value END) AS most,
    q.last_value::numeric / least(q.max_value, CASE column_type WHEN 'smallint' THEN 32767 WHEN 'integer' THEN 2147483647 ELSE q.max_value END) AS used
  FROM pg_catalog.pg_sequences q
  LEFT JOIN LATERAL (
    SELECT format_type(a.atttypid, NULL) AS column_type, format('%s.%s', d.refobjid::regclass, a.attname) AS owner
    FROM pg_catalog.pg_depend d JOIN pg_catalog.pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
      JOIN pg_catalog.pg_class c ON c.oid = d.objid JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    WHERE d.classid = 'pg_catalog.pg_class'::regclass AND n.nspname = q.schemaname AND c.relname = q.sequencename AND d.deptype IN ('a', 'i')
    LIMIT 1) owned ON true
  WHERE q.increment_by > 0 AND NOT q.cycle
) s WHERE s.used >= 0.8 ORDER BY s.used DESC`,
};
