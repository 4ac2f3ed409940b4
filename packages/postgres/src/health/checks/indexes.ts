import type { HealthCheck } from "../health-check.ts";

/** Indexes that are not used, there twice, broken, or mostly empty. */
export const indexes: HealthCheck = {
  name: "indexes",
  sql: `
WITH own AS (
  SELECT i.*, i.indexrelid::regclass::text AS name, i.indrelid::regclass::text AS on_table, pg_relation_size(i.indexrelid) AS bytes,
    c.relam, c.relpages, c.reltuples, i.indpred::text AS predicate, pg_get_expr(i.indexprs, i.indrelid) AS expressions,
    string_to_array(i.indkey::text, ' ') AS keys, string_to_array(i.indclass::text, ' ') AS classes, string_to_array(i.indoption::text, ' ') AS options,
    EXISTS (SELECT FROM pg_catalog.pg_constraint k WHERE k.conindid = i.indexrelid) AS is_constraint
  FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND c.relkind = 'i'
)
SELECT json_build_object('level', 'critical', 'evidence', format('%s on %s is not valid', name, on_table),
  'remedy', format('A concurrent build of it failed; no query uses it, and every write pays for it: DROP INDEX CONCURRENTLY %s, and build it anew.', name))
FROM own WHERE NOT indisvalid
UNION ALL
SELECT json_build_object('level', 'warning', 'evidence', format('%s and %s on %s are the same index', a.name, b.name, a.on_table),
  'remedy', format('DROP INDEX CONCURRENTLY %s.', CASE WHEN b.is_constraint THEN a.name ELSE b.name END))
FROM own a JOIN own b ON a.indrelid = b.indrelid AND a.indexrelid < b.indexrelid AND a.relam = b.relam AND a.keys = b.keys AND a.classes = b.classes
  AND a.options = b.options AND a.expressions IS NOT DISTINCT FROM b.expressions AND a.predicate IS NOT DISTINCT FROM b.predicate
  AND a.indisunique = b.indisunique
UNION ALL
SELECT json_build_object('level', 'warning', 'evidence', format('%s on %s is the beginning of %s, which serves as well', a.name, a.on_table, b.name),
  'remedy', format('DROP INDEX CONCURRENTLY %s, unless its being smaller matters.', a.name))
FROM own a JOIN own b ON a.indrelid = b.indrelid AND a.indexrelid <> b.indexrelid AND a.relam = b.relam
  AND cardinality(a.keys) < cardinality(b.keys) AND b.keys[1:cardinality(a.keys)] = a.keys AND b.classes[1:cardinality(a.keys)] = a.classes
  AND b.options[1:cardinality(a.keys)] = a.options
WHERE NOT a.indisunique AND a.expressions IS NULL AND b.expressions IS NULL AND a.predicate IS NOT DISTINCT FROM b.predicate AND b.indisvalid
  AND a.relam = (SELECT m.oid FROM pg_catalog.pg_am m WHERE m.amname = 'btree')
UNION ALL
SELECT json_build_object('level', 'warning', 'evidence', format('%s on %s (%s) has not been used since statistics were reset%s', o.name, o.on_table,
    pg_size_pretty(o.bytes), coalesce(' on ' || d.stats_reset::date, '')),
  'remedy', format('If that was long enough, and replicas do not use it either: DROP INDEX CONCURRENTLY %s.', o.name))
FROM own o JOIN pg_catalog.pg_stat_all_indexes s ON s.indexrelid = o.indexrelid
  JOIN pg_catalog.pg_stat_database d ON d.datname = current_database()
WHERE s.idx_scan = 0 AND NOT o.indisunique AND NOT o.is_constraint AND o.indisvalid AND o.bytes > 64 * 1024
UNION ALL
SELECT json_build_object('level', 'warning', 'evidence', format('%s on %s takes %s, where about %s would do', o.name, o.on_table, pg_size_pretty(o.bytes),
    pg_size_pretty((least_pages * 8192)::bigint)),
  'remedy', format('REINDEX INDEX CONCURRENTLY %s.', o.name))
FROM own o CROSS JOIN LATERAL (
  -- A leaf holds its keys with 8 bytes of header and 4 of pointer each, and is filled to nine tenths.
  SELECT ceil(o.reltuples * (12 + coalesce((SELECT sum(w.avg_width) FROM pg_catalog.pg_stats w JOIN pg_catalog.pg_attribute a
      ON a.attrelid = o.indrelid AND a.attname = w.attname JOIN pg_catalog.pg_class t ON t.oid = o.indrelid AND t.relname = w.tablename
      JOIN pg_catalog.pg_namespace n ON n.oid = t.relnamespace AND n.nspname = w.schemaname
      WHERE a.attnum::text = ANY (o.keys)), 16) + 4)
    / (8192 * 0.9)) + 1 AS least_pages
) expected
WHERE o.relam = (SELECT m.oid FROM pg_catalog.pg_am m WHERE m.amname = 'btree') AND o.expressions IS NULL AND o.indisvalid
  AND o.bytes > 1024 * 1024 AND o.reltuples >= 0 AND o.bytes > 2.5 * expected.least_pages * 8192`,
};
