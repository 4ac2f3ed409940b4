import type { HealthCheck } from "../health-check.ts";

/** How many connections are left, and who keeps a transaction open without using it. */
export const connections: HealthCheck = {
  name: "connections",
  sql: `
WITH used AS (
  SELECT count(*) AS n FROM pg_catalog.pg_stat_activity WHERE backend_type = 'client backend'
), allowed AS (
  SELECT pg_catalog.current_setting('max_connections')::int - pg_catalog.current_setting('superuser_reserved_connections')::int AS n
)
SELECT json_build_object('level', CASE WHEN used.n >= allowed.n * 0.95 THEN 'critical' WHEN used.n >= allowed.n * 0.8 THEN 'warning' ELSE 'ok' END,
  'evidence', format('%s of %s connections are in use', used.n, allowed.n),
  'remedy', CASE WHEN used.n >= allowed.n * 0.8 THEN 'Put a pooler such as pgbouncer before the server, end idle sessions, or raise max_connections.' END)
FROM used, allowed
UNION ALL
SELECT json_build_object('level', CASE WHEN clock_timestamp() - state_change > interval '1 hour' THEN 'critical' ELSE 'warning' END,
  'evidence', format('session %s of %s has been idle in a transaction for %s', pid, usename, date_trunc('second', clock_timestamp() - state_change)),
  'remedy', 'It holds its locks and keeps vacuum from cleaning up: have the application commit, set idle_in_transaction_session_timeout, or end it with pg_cancel.')
FROM pg_catalog.pg_stat_activity
WHERE state LIKE 'idle in transaction%' AND clock_timestamp() - state_change > interval '5 minutes'`,
};
