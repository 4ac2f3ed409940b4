import type { ToolContext } from "@drawbridge/core";
import type { Database } from "../database/database.ts";
import type { Databases } from "../database/databases.ts";
import { inWords } from "../errors/in-words.ts";
import { shownStatement } from "../masking/shown-statement.ts";
import { linesOf } from "../schemas/lines-of.ts";
import { blockingTree } from "./blocking-tree.ts";
import { readRecords } from "./read-records.ts";

/** A session of the server. Times in milliseconds. */
export interface Session {
  readonly pid: number;
  readonly user?: string;
  readonly database?: string;
  readonly application?: string;
  readonly client?: string;
  readonly state?: string;
  readonly wait?: string;
  readonly statement_ms?: number;
  readonly transaction_ms?: number;
  readonly query?: string;
  readonly blocked_by?: number[];
}

const sessionsQuery = `
SELECT pg_catalog.json_strip_nulls(pg_catalog.json_build_object('pid', a.pid, 'user', a.usename, 'database', a.datname,
  'application', nullif(a.application_name, ''), 'client', pg_catalog.host(a.client_addr), 'state', a.state,
  'wait', a.wait_event_type || ': ' || a.wait_event,
  'statement_ms', round(extract(epoch FROM pg_catalog.clock_timestamp() - a.query_start) * 1000),
  'transaction_ms', round(extract(epoch FROM pg_catalog.clock_timestamp() - a.xact_start) * 1000),
  'query', nullif(left(a.query, 2000), ''),
  'blocked_by', nullif(pg_catalog.pg_blocking_pids(a.pid), '{}')))
FROM pg_catalog.pg_stat_activity a
WHERE a.pid <> pg_catalog.pg_backend_pid() AND a.backend_type = 'client backend'
  AND ($1::bool OR a.state IS DISTINCT FROM 'idle')
  AND ($2::int IS NULL OR pg_catalog.clock_timestamp() - a.query_start > $2::int * interval '1 millisecond')
ORDER BY a.state = 'idle', a.xact_start NULLS LAST, a.pid`;

const progressQuery = `
SELECT to_json(line) FROM (
  SELECT pg_catalog.format('vacuum of %s: %s, %s of %s blocks scanned (pid %s)', p.relid::pg_catalog.regclass, p.phase, p.heap_blks_scanned,
    p.heap_blks_total, p.pid) AS line FROM pg_catalog.pg_stat_progress_vacuum p WHERE p.datname = pg_catalog.current_database()
  UNION ALL
  SELECT pg_catalog.format('%s on %s: %s, %s of %s blocks, %s of %s rows (pid %s)', lower(p.command), p.relid::pg_catalog.regclass, p.phase,
    p.blocks_done, p.blocks_total, p.tuples_done, p.tuples_total, p.pid)
  FROM pg_catalog.pg_stat_progress_create_index p WHERE p.datname = pg_catalog.current_database()
  UNION ALL
  SELECT pg_catalog.format('analyze of %s: %s, %s of %s blocks (pid %s)', p.relid::pg_catalog.regclass, p.phase, p.sample_blks_scanned,
    p.sample_blks_total, p.pid) FROM pg_catalog.pg_stat_progress_analyze p WHERE p.datname = pg_catalog.current_database()
) lines`;

async function sessionsOf(
  database: Database,
  values: readonly (string | null)[],
  signal: AbortSignal,
): Promise<Session[]> {
  const all = await readRecords<Session>(database, { text: sessionsQuery, values }, signal);
  return Promise.all(
    all.map(async ({ query, ...session }) => {
      return query === undefined ? session : { ...session, query: await shownStatement(query, database, signal) };
    }),
  );
}

/** The sessions that did something last, the longest transaction first; who blocks whom; what long work has come to. */
export async function serverActivity(
  {
    min_duration_ms: least,
    include_idle: isIdleIncluded,
    database,
  }: {
    readonly min_duration_ms?: number | undefined;
    readonly include_idle: boolean;
    readonly database?: string | undefined;
  },
  { client, signal, page }: ToolContext<Databases>,
) {
  const served = client.named(database);
  const values = [String(isIdleIncluded), least === undefined ? null : String(least)];
  const [all, progress] = await inWords(served, signal, () =>
    Promise.all([sessionsOf(served, values, signal), readRecords<string>(served, { text: progressQuery }, signal)]),
  );
  const blocking = blockingTree(all).filter((line) => page.take(line));
  const shownProgress = (await linesOf(served, progress, signal)).filter((line) => page.take(line));
  const sessions = all.filter((session) => page.take(session));
  return {
    sessions,
    ...(blocking.length > 0 ? { blocking } : {}),
    ...(shownProgress.length > 0 ? { progress: shownProgress } : {}),
    ...(sessions.length < all.length ? { not_shown: all.length - sessions.length } : {}),
  };
}
