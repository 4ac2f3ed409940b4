import type { HealthCheck } from "../health-check.ts";

/** Tables that are much larger than their rows, by the width of the columns as ANALYZE saw it. */
export const bloat: HealthCheck = {
  name: "bloat",
  sql: `
SELECT json_build_object('level', CASE WHEN t.bytes > 5 * t.needed THEN 'critical' ELSE 'warning' END,
  'evidence', format('%s takes %s, where about %s would do', t.name, pg_size_pretty(t.bytes), pg_size_pretty(t.needed)),
  'remedy', format('VACUUM makes the room usable again; VACUUM FULL %s or pg_repack gives it back, the former behind a lock.', t.name))
FROM (
  SELECT c.oid::regclass::text AS name, pg_relation_size(c.oid) AS bytes,
    -- 24 bytes of header, 4 of pointer, some alignment.
    (ceil(c.reltuples * (28 + 4 + w.width) / 8192) * 8192 + 8192)::bigint AS needed
  FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  CROSS JOIN LATERAL (SELECT sum(s.avg_width * (1 - s.null_frac)) AS width FROM pg_catalog.pg_stats s
    WHERE s.schemaname = n.nspname AND s.tablename = c.relname AND NOT s.inherited) w
  WHERE c.relkind IN ('r', 'm') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND c.reltuples >= 0 AND w.width IS NOT NULL
) t
WHERE t.bytes > 1024 * 1024 AND t.bytes > 2 * t.needed
ORDER BY t.bytes - t.needed DESC LIMIT 50`,
};
