import type { HealthCheck } from "../health-check.ts";

/** Sessions that wait for others. */
export const locks: HealthCheck = {
  name: "locks",
  sql: `
SELECT json_build_object('level', CASE WHEN clock_timestamp() - a.query_start > interval '1 minute' THEN 'critical' ELSE 'warning' END,
  'evidence', format('session %s waits for session %s, for %s', a.pid, array_to_string(b.pids, ', '),
    date_trunc('second', clock_timestamp() - a.query_start)), 'query', left(a.query, 200),
  'remedy', 'pg_activity shows who blocks whom; have the first of them commit, or end it with pg_cancel.')
FROM pg_catalog.pg_stat_activity a CROSS JOIN LATERAL (SELECT pg_blocking_pids(a.pid) AS pids) b
WHERE a.wait_event_type = 'Lock' AND b.pids <> '{}'`,
};
