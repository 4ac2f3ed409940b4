import type { Connector } from "@drawbridge/core";
import { postgres } from "@drawbridge/postgres";
import { makeShop, runSql, startPostgres } from "@drawbridge/sandbox";
import type { Example } from "./example.ts";

const slow = "SELECT * FROM items WHERE product_id = 4";

/** The postgres connector on the database of a made-up shop. */
export const postgresExample: Example = {
  connector: postgres as unknown as Connector,
  calls: {
    pg_search_objects: { pattern: "order", limit: 5 },
    pg_describe: { name: "orders" },
    pg_query: { sql: "SELECT id, name FROM customers WHERE id <= $1 ORDER BY id", params: [5] },
    pg_execute: { sql: "UPDATE products SET stock = stock + 1 WHERE id = 3", dry_run: true },
    pg_explain: { sql: slow },
    pg_advise_indexes: { queries: [slow] },
    pg_top_queries: { by: "calls", limit: 3 },
    pg_health: { checks: ["sequences"] },
    pg_activity: { include_idle: true },
    pg_cancel: ({ sessions }) => ({ pid: (sessions as { pid: number }[]).at(-1)?.pid }),
  },
  async start() {
    const server = await startPostgres();
    await makeShop(server);
    // Another session, to be seen and cancelled.
    const other = runSql(server.url("shop", "writer"), "SELECT pg_sleep(60)").catch(() => undefined);
    return {
      options: { argv: [server.url("shop", "writer"), "--access", "full", "--confirm", "never"] },
      async [Symbol.asyncDispose]() {
        await other;
        await server[Symbol.asyncDispose]();
      },
    };
  },
};
