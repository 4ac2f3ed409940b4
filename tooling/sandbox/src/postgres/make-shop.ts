import { runSql } from "./run-sql.ts";
import type { StartedPostgres } from "./start-postgres.ts";

const script = (name: string) => new URL(`./${name}.sql`, import.meta.url);

/** Makes the database `shop` (362,000 rows; the roles `reader`, `writer` and `alice` reach it). Takes some five to ten seconds. */
export async function makeShop(postgres: StartedPostgres): Promise<void> {
  await runSql(postgres.url(), "CREATE DATABASE shop");
  await runSql(postgres.url(), script("shop-roles"));
  await runSql(postgres.url("shop"), script("shop"));
  await runSql(postgres.url("shop"), script("shop-grants"));
}
