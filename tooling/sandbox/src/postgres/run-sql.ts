import { readFileSync } from "node:fs";
import pg from "pg";

/** Runs SQL, several statements too, over a connection of its own; returns the rows of a single statement. */
export async function runSql(url: string, sql: string | URL): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql instanceof URL ? readFileSync(sql, "utf8") : sql)).rows;
  } finally {
    await client.end();
  }
}
