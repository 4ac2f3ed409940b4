import { makeShop } from "./make-shop.ts";
import { runSql } from "./run-sql.ts";
import type { StartedPostgres } from "./start-postgres.ts";

/** Makes the databases `shop` and `many` (1,500 tables). Takes some ten seconds. */
export async function makeDatabases(postgres: StartedPostgres): Promise<void> {
  await runSql(postgres.url(), "CREATE DATABASE many");
  await Promise.all([makeShop(postgres), runSql(postgres.url("many"), new URL("./many-tables.sql", import.meta.url))]);
}
