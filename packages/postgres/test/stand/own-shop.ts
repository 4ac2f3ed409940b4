import { cloneDatabase, runSql } from "@drawbridge/sandbox";
import type { TestServer } from "./each-server.ts";

/** A shop of a test's own. */
export interface OwnShop {
  readonly name: string;
  /** Runs SQL in it as the superuser. */
  run(sql: string | URL): Promise<Record<string, unknown>[]>;
}

/** Makes a shop of a test's own, in which it may change what it likes. */
export async function ownShop(server: TestServer, script?: string | URL): Promise<OwnShop> {
  const postgres = { url: (database = "postgres", user = "postgres") => server.url(database, user) };
  const name = await cloneDatabase(postgres, "spare");
  const run = (sql: string | URL) => runSql(postgres.url(name), sql);
  if (script !== undefined) await run(script);
  return { name, run };
}
