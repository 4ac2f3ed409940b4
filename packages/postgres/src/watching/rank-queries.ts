import { ConnectorError, type ToolContext } from "@drawbridge/core";
import type { Databases } from "../database/databases.ts";
import { beginningOfOurs } from "../database/ours.ts";
import { quoteIdentifier } from "../database/quote-identifier.ts";
import { statementError } from "../database/statement-error.ts";
import { shownStatement } from "../masking/shown-statement.ts";
import { readRecords } from "./read-records.ts";

/** A kind of statement, and what it has cost so far. */
export interface RankedQuery {
  readonly query: string;
  readonly calls: number;
  readonly total_ms: number;
  readonly mean_ms: number;
  readonly max_ms: number;
  readonly rows: number;
  readonly blocks_read: number;
  readonly cache_hit_percent?: number;
  readonly temp_blocks?: number;
  readonly share_percent: number;
}

const orders = {
  total_time: "s.total_exec_time",
  mean_time: "s.mean_exec_time",
  calls: "s.calls",
  io: "s.shared_blks_read + s.shared_blks_written + s.temp_blks_read + s.temp_blks_written",
  rows: "s.rows",
} as const;

/** What stands around every statement, ours and others': nobody makes it faster, and its time is not that of what it ends. */
const transactionWords = "^(begin|start transaction|commit|end|rollback|abort|discard all)( |;|$)";

/** The statements of this database that cost most. Throws `refused` where nobody counts them. */
export async function rankQueries(
  {
    by,
    limit,
    database,
  }: { readonly by: keyof typeof orders; readonly limit: number; readonly database?: string | undefined },
  { client, signal, page }: Pick<ToolContext<Databases>, "client" | "signal" | "page">,
): Promise<{ since?: string; queries: RankedQuery[]; not_shown?: number }> {
  const served = client.named(database);
  const schema = await served.schemaOfExtension("pg_stat_statements", signal);
  if (schema === undefined) {
    throw new ConnectorError(
      "refused",
      "Nobody counts statements in this database. A person can begin it: shared_preload_libraries = 'pg_stat_statements' in " +
        "postgresql.conf, a restart, and CREATE EXTENSION pg_stat_statements.",
    );
  }
  const from = quoteIdentifier(schema);
  const text = `
    SELECT pg_catalog.json_strip_nulls(pg_catalog.json_build_object('query', left(s.query, 4000), 'calls', s.calls,
      'total_ms', round(s.total_exec_time::numeric, 2), 'mean_ms', round(s.mean_exec_time::numeric, 3), 'max_ms', round(s.max_exec_time::numeric, 2),
      'rows', s.rows, 'blocks_read', s.shared_blks_read,
      'cache_hit_percent', round(100.0 * s.shared_blks_hit / nullif(s.shared_blks_hit + s.shared_blks_read, 0), 1),
      'temp_blocks', nullif(s.temp_blks_written, 0),
      'share_percent', coalesce(round((100 * s.total_exec_time / nullif(sum(s.total_exec_time) OVER (), 0))::numeric, 1), 0)))
    FROM ${from}.pg_stat_statements s
    WHERE s.dbid = (SELECT d.oid FROM pg_catalog.pg_database d WHERE d.datname = pg_catalog.current_database())
      AND s.query !~ '${beginningOfOurs}' AND s.query !~* '${transactionWords}'
    ORDER BY ${orders[by]} DESC, s.queryid LIMIT $1::int`;
  try {
    const ranked = await readRecords<RankedQuery>(served, { text, values: [String(limit)] }, signal);
    const all = await Promise.all(
      ranked.map(async (one) => ({ ...one, query: await shownStatement(one.query, served, signal) })),
    );
    const reset = `SELECT pg_catalog.to_json(i.stats_reset) FROM ${from}.pg_stat_statements_info i`;
    const [since] = await readRecords<string>(served, { text: reset }, signal);
    const queries = all.filter((one) => page.take(one));
    return {
      ...(since === undefined ? {} : { since }),
      queries,
      ...(queries.length < all.length ? { not_shown: all.length - queries.length } : {}),
    };
  } catch (error) {
    throw statementError(
      error,
      text,
      "pg_stat_statements is installed; it counts once the server has it in shared_preload_libraries.",
    );
  }
}
