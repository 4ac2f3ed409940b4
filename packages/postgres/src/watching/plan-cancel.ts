import { type CallContext, type Plan, sha256 } from "@drawbridge/core";
import type { Databases } from "../database/databases.ts";
import { sessionOf } from "./session-of.ts";

/** Shows whose statement would be ended. */
export async function planCancel(
  {
    pid,
    terminate,
    database,
  }: { readonly pid: number; readonly terminate: boolean; readonly database?: string | undefined },
  { client, signal }: CallContext<Databases>,
): Promise<Plan> {
  const session = await sessionOf(client.named(database), pid, signal);
  const what = terminate ? "Ends the session" : "Cancels what the session runs,";
  return {
    summary: `${what} ${pid} of ${session.user ?? "somebody"}, ${session.state ?? "state unknown"}:\n\n${session.query ?? "(not shown to this role)"}`,
    stateDigest: sha256(JSON.stringify([pid, session.began, session.query])),
  };
}
