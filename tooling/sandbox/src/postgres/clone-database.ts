import { randomBytes } from "node:crypto";
import { runSql } from "./run-sql.ts";
import type { StartedPostgres } from "./start-postgres.ts";

/** Makes a database of a test's own from another, to which nobody may be connected; returns its name. */
export async function cloneDatabase(postgres: Pick<StartedPostgres, "url">, template = "shop"): Promise<string> {
  const name = `${template}_${randomBytes(4).toString("hex")}`;
  await runSql(postgres.url(), `CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY FILE_COPY`);
  // A database's settings are not copied with it.
  await runSql(postgres.url(), `ALTER DATABASE ${name} SET search_path = shop, public`);
  return name;
}
