import type { Finding } from "@drawbridge/core";
import type { ConnectionTarget } from "../database/connection-target.ts";
import type { Database } from "../database/database.ts";
import { readRecords } from "../watching/read-records.ts";

interface Connection {
  readonly version: string;
  readonly number: number;
  readonly tls: boolean | null;
  readonly isLocal: boolean;
  readonly isReplica: boolean;
}

const query = `
SELECT json_build_object('version', current_setting('server_version'), 'number', current_setting('server_version_num')::int,
  'tls', (SELECT s.ssl FROM pg_stat_ssl s WHERE s.pid = pg_backend_pid()),
  'isLocal', coalesce(inet_server_addr() <<= '127.0.0.0/8' OR inet_server_addr() = '::1', true), 'isReplica', pg_is_in_recovery())`;

/** PostgreSQL 13, the oldest that its makers had not given up when this was written. */
const oldest = 130000;

/** How the database is reached, and what it is. */
export async function* connectionFindings(
  database: Database,
  { tlsMode }: ConnectionTarget,
  signal: AbortSignal,
): AsyncGenerator<Finding> {
  const [found] = await readRecords<Connection>(database, { text: query }, signal);
  if (found === undefined) return;
  const { version, number, tls, isLocal, isReplica } = found;
  yield {
    level: number < oldest ? "warning" : "ok",
    title: `The database ${database.name} is PostgreSQL ${version}${isReplica ? ", a replica" : ""}`,
    ...(number < oldest ? { detail: "Nobody mends its faults any more, and it was not tried here" } : {}),
  };
  if (tls === true && tlsMode.startsWith("verify-")) {
    yield { level: "ok", title: `The connection to ${database.name} is encrypted, and the server is who it says` };
  } else if (!isLocal) {
    yield {
      level: "warning",
      title: tls
        ? `The connection to ${database.name} is encrypted, but nobody checks with whom`
        : `The connection to ${database.name} is not encrypted`,
      detail: "Who stands between can read and change what goes through, passwords and rows",
      remedy: "Add sslmode=verify-full to the address, and sslrootcert where its authority is your own",
    };
  }
}
