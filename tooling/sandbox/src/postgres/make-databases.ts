import { runSql } from "./run-sql.ts";
import type { StartedPostgres } from "./start-postgres.ts";

const script = (name: string) => new URL(`./${name}.sql`, import.meta.url);

/**
 * Makes the databases `shop` (362,000 rows; the roles `reader`, `writer` and `alice` reach it) and `many` (1,500 tables). Takes
 * some ten seconds.
 */
export async function makeDatabases(postgres: StartedPostgres): Promise<void> {
  await runSql(postgres.url(), "CREATE DATABASE shop");
  await runSql(postgres.url(), "CREATE DATABASE many");
  await runSql(postgres.url(), script("shop-roles"));
  await Promise.all([
    runSql(postgres.url("shop"), script("shop")).then(() => runSql(postgres.url("shop"), script("shop-grants"))),
    runSql(postgres.url("many"), script("many-tables")),
  ]);
}
