import { readFileSync } from "node:fs";
import pg from "pg";

/** Runs SQL, several statements too, over a connection of its own; returns the rows of a single statement. */
export async function runSql(url: string, sql: string | URL): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  // A connection that is lost fails its query; said once more as an event, it would end the process.
  client.on("error", () => undefined);
  await client.connect();
  try {
    return (await client.query(sql instanceof URL ? readFileSync(sql, "utf8") : sql)).rows;
  } finally {
    await client.end();
  }
}
