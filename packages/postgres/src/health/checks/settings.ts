import type { HealthCheck } from "../health-check.ts";

/** Settings that lose data, or keep the server from looking after itself. */
export const settings: HealthCheck = {
  name: "settings",
  sql: `
SELECT json_build_object('level', wrong.level, 'evidence', format('%s is %s', s.name, current_setting(s.name)), 'remedy', wrong.remedy)
FROM pg_catalog.pg_settings s JOIN (VALUES
  ('fsync', 'off', 'critical', 'A crash of the machine can destroy the whole cluster: set it to on.'),
  ('full_page_writes', 'off', 'critical', 'A crash of the machine can tear pages: set it to on.'),
  ('autovacuum', 'off', 'critical', 'Dead rows gather and transaction numbers run out: set it to on.'),
  ('track_counts', 'off', 'critical', 'Without it autovacuum knows nothing: set it to on.'),
  ('synchronous_commit', 'off', 'warning', 'What was committed in the last moments before a crash is lost.'),
  ('idle_in_transaction_session_timeout', '0', 'warning', 'A forgotten transaction holds its locks for ever: set it to some minutes.'),
  ('zero_damaged_pages', 'on', 'critical', 'Damaged pages are emptied in silence: set it to off.')
) AS wrong(name, value, level, remedy) ON wrong.name = s.name AND wrong.value = s.setting
UNION ALL
SELECT json_build_object('level', 'warning', 'evidence', format('%s was changed, and waits for a restart', s.name),
  'remedy', 'Restart the server when that suits.')
FROM pg_catalog.pg_settings s WHERE s.pending_restart
UNION ALL
SELECT json_build_object('level', 'warning', 'evidence', format('max_connections is %s', s.setting),
  'remedy', 'So many sessions cost more than they do: put a pooler before the server.')
FROM pg_catalog.pg_settings s WHERE s.name = 'max_connections' AND s.setting::int > 500`,
};
