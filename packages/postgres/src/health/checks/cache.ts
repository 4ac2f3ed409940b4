import type { HealthCheck } from "../health-check.ts";

/** Which part of what is read comes from memory. */
export const cache: HealthCheck = {
  name: "cache",
  sql: `
SELECT json_build_object('level', CASE WHEN reads.total < 10000 OR reads.share >= 95 THEN 'ok' WHEN reads.share >= 85 THEN 'warning' ELSE 'critical' END,
  'evidence', format('%s%% of %s block reads came from memory', coalesce(round(reads.share, 1), 100), reads.total),
  'remedy', CASE WHEN reads.total >= 10000 AND reads.share < 95 THEN
    'What is worked on does not fit: raise shared_buffers, or read less (pg_top_queries by io shows which statements read most).' END)
FROM (
  SELECT blks_hit + blks_read AS total, 100.0 * blks_hit / nullif(blks_hit + blks_read, 0) AS share
  FROM pg_catalog.pg_stat_database WHERE datname = current_database()
) reads`,
};
