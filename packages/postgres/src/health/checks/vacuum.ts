import type { HealthCheck } from "../health-check.ts";

/** How near numbers of transactions are to running out, and where dead rows gather. */
export const vacuum: HealthCheck = {
  name: "vacuum",
  sql: `
WITH tables AS (
  SELECT c.oid, c.oid::regclass::text AS name, age(c.relfrozenxid) AS age,
    coalesce((SELECT (pg_options_to_table.option_value)::bigint FROM pg_options_to_table(c.reloptions)
      WHERE option_name = 'autovacuum_freeze_max_age'), current_setting('autovacuum_freeze_max_age')::bigint) AS most
  FROM pg_catalog.pg_class c WHERE c.relkind IN ('r', 'm', 't') AND c.relfrozenxid <> '0'
)
SELECT json_build_object('level', CASE WHEN d.age > 1600000000 THEN 'critical' WHEN d.age > 1.5 * d.most THEN 'warning' ELSE 'ok' END,
  'evidence', format('the oldest transaction of the database is %s transactions old; at 2,000 million it stops', d.age),
  'remedy', CASE WHEN d.age > 1.5 * d.most THEN 'Find what keeps vacuum from freezing (old transactions, replication slots), and run VACUUM FREEZE.' END)
FROM (SELECT age(datfrozenxid) AS age, current_setting('autovacuum_freeze_max_age')::bigint AS most
      FROM pg_catalog.pg_database WHERE datname = current_database()) d
UNION ALL
(SELECT json_build_object('level', CASE WHEN age > 1600000000 THEN 'critical' ELSE 'warning' END,
  'evidence', format('%s was last frozen %s transactions ago, and is to be at %s', name, age, most),
  'remedy', format('Autovacuum is behind, or kept from it: VACUUM (FREEZE) %s.', name))
FROM tables WHERE age > most ORDER BY age DESC LIMIT 20)
UNION ALL
(SELECT json_build_object('level', 'warning',
  'evidence', format('%s has %s dead rows beside %s live ones; last vacuum: %s', s.relid::regclass, s.n_dead_tup, s.n_live_tup,
    coalesce(greatest(s.last_vacuum, s.last_autovacuum)::text, 'never')),
  'remedy', format('VACUUM %s; if it recurs, lower autovacuum_vacuum_scale_factor for that table.', s.relid::regclass))
FROM pg_catalog.pg_stat_user_tables s WHERE s.n_dead_tup > 1000 AND s.n_dead_tup > 0.2 * (s.n_live_tup + s.n_dead_tup)
ORDER BY s.n_dead_tup DESC LIMIT 20)`,
};
