import { ConnectorError } from "@drawbridge/core";
import type { Database } from "../database/database.ts";
import { shownStatement } from "../masking/shown-statement.ts";
import { readRecords } from "./read-records.ts";

/** What a session runs. */
export interface RunningSession {
  readonly user: string | null;
  readonly state: string | null;
  readonly query: string | null;
  /** Tells one session of a pid from the next. */
  readonly began: string;
}

/** A session of the server. Throws `not_found` where it has ended, `refused` for a process of the server's own. */
export async function sessionOf(database: Database, pid: number, signal: AbortSignal): Promise<RunningSession> {
  const text = `SELECT pg_catalog.json_build_object('user', a.usename, 'state', a.state, 'query', left(a.query, 500), 'began', a.backend_start,
      'kind', a.backend_type)
    FROM pg_catalog.pg_stat_activity a WHERE a.pid = $1::int`;
  const values = [String(pid)];
  const [found] = await readRecords<RunningSession & { kind: string | null }>(database, { text, values }, signal);
  if (found === undefined)
    throw new ConnectorError("not_found", `There is no session ${pid}. pg_activity shows those there are.`);
  if (found.kind !== null && found.kind !== "client backend") {
    throw new ConnectorError(
      "refused",
      `The process ${pid} is the server's own (${found.kind}): a person has to decide that.`,
    );
  }
  return { ...found, query: found.query === null ? null : await shownStatement(found.query, database, signal) };
}
