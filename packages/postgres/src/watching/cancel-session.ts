import type { ToolContext } from "@drawbridge/core";
import type { Databases } from "../database/databases.ts";
import { statementError } from "../database/statement-error.ts";
import { sessionOf } from "./session-of.ts";

/** Has the server cancel a session's statement, or end the session. */
export async function cancelSession(
  {
    pid,
    terminate,
    database,
  }: { readonly pid: number; readonly terminate: boolean; readonly database?: string | undefined },
  { client, signal }: ToolContext<Databases>,
): Promise<{ pid: number; signalled: boolean; query?: string }> {
  const served = client.named(database);
  const session = await sessionOf(served, pid, signal);
  const text = `SELECT pg_catalog.${terminate ? "pg_terminate_backend" : "pg_cancel_backend"}($1::int)`;
  try {
    const { rows } = await served.read({ text, values: [String(pid)] }, { rows: 1, bytes: 100, signal });
    return { pid, signalled: rows[0]?.[0] === "t", ...(session.query === null ? {} : { query: session.query }) };
  } catch (error) {
    throw statementError(error, text, "It takes the role of that session, or a grant of pg_signal_backend.");
  }
}
