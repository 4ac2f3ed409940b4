import { ConnectorError, type Log } from "@drawbridge/core";
import type { Database } from "./database.ts";

/** Memberships that reach out of the database, into files and programs of the server. */
const query = `
SELECT session_user, current_user, r.rolsuper OR s.rolsuper,
  ARRAY(SELECT g.rolname FROM pg_catalog.pg_roles g
        WHERE g.rolname IN ('pg_read_server_files', 'pg_write_server_files', 'pg_execute_server_program')
          AND (pg_catalog.pg_has_role(session_user, g.oid, 'MEMBER') OR pg_catalog.pg_has_role(current_user, g.oid, 'MEMBER')))
FROM pg_catalog.pg_roles r, pg_catalog.pg_roles s WHERE r.rolname = current_user AND s.rolname = session_user`;

/**
 * Refuses a role against which a transaction that only reads guards nothing: a superuser, or one who may read and write the
 * server's files or run its programs. Whom `--allow-superuser` lets pass is warned of.
 */
export async function assertRole(
  database: Database,
  {
    allowSuperuser,
    log,
    signal,
  }: { readonly allowSuperuser: boolean; readonly log: Log; readonly signal: AbortSignal },
): Promise<void> {
  const { rows } = await database.read({ text: query }, { rows: 1, bytes: 10_000, signal });
  const [session, current, isSuperuser, memberships] = rows[0] ?? [];
  const reason =
    isSuperuser === "t"
      ? "is a superuser"
      : memberships === "{}"
        ? undefined
        : `is a member of ${memberships?.slice(1, -1)}`;
  if (reason === undefined) return;
  const who =
    session === current ? `The role ${current}` : `The role ${session}, or ${current} whom it runs statements as,`;
  if (allowSuperuser) {
    log.write("warn", {
      event: "role_guards_nothing",
      message: `${who} ${reason}: what only reads can still reach the server's files through what was installed in it`,
    });
    return;
  }
  throw new ConnectorError(
    "refused",
    `${who} ${reason}, for whom a transaction that only reads is no bound. Give this server a role of its own (--doctor prints the SQL), ` +
      "or start it with --allow-superuser.",
  );
}
