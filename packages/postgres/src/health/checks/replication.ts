import type { HealthCheck } from "../health-check.ts";

/** Replicas that are behind, and slots that keep the log for nobody. */
export const replication: HealthCheck = {
  name: "replication",
  sql: `
SELECT json_build_object('level', CASE WHEN pg_wal_lsn_diff(here.lsn, s.restart_lsn) > 10 * 1024 ^ 3 THEN 'critical'
    WHEN NOT s.active OR s.wal_status <> 'reserved' THEN 'warning' ELSE 'ok' END,
  'evidence', format('slot %s is %s and keeps %s of log', s.slot_name, CASE WHEN s.active THEN 'in use' ELSE 'used by nobody' END,
    pg_size_pretty(pg_wal_lsn_diff(here.lsn, s.restart_lsn))),
  'remedy', CASE WHEN NOT s.active THEN format('If its replica is gone for good: pg_drop_replication_slot(%L). It fills the disk otherwise.', s.slot_name)
    WHEN s.wal_status <> 'reserved' THEN 'Its replica is too slow: look at that, or limit max_slot_wal_keep_size.' END)
FROM pg_catalog.pg_replication_slots s
  CROSS JOIN (SELECT CASE WHEN pg_is_in_recovery() THEN pg_last_wal_receive_lsn() ELSE pg_current_wal_lsn() END AS lsn) here
UNION ALL
SELECT json_build_object('level', CASE WHEN r.replay_lag > interval '5 minutes' THEN 'critical' WHEN r.replay_lag > interval '30 seconds' THEN 'warning' ELSE 'ok' END,
  'evidence', format('replica %s is %s, behind by %s', coalesce(nullif(r.application_name, ''), host(r.client_addr)), r.state, coalesce(r.replay_lag, '0')),
  'remedy', CASE WHEN r.replay_lag > interval '30 seconds' THEN 'Look at its disk, its network, and at long statements on it.' END)
FROM pg_catalog.pg_stat_replication r
UNION ALL
SELECT json_build_object('level', CASE WHEN late.by > interval '5 minutes' THEN 'critical' WHEN late.by > interval '30 seconds' THEN 'warning' ELSE 'ok' END,
  'evidence', format('this is a replica; what it replayed last is %s old', late.by),
  'remedy', CASE WHEN late.by > interval '30 seconds' THEN 'It is behind, or nothing was written: compare with the primary.' END)
FROM (SELECT date_trunc('second', now() - pg_last_xact_replay_timestamp()) AS by) late WHERE pg_is_in_recovery()`,
};
