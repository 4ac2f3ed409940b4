import { fileURLToPath } from "node:url";
import { cloneDatabase, runSql } from "@drawbridge/sandbox";
import { describeContract } from "@drawbridge/testkit";
import pg from "pg";
import { afterAll, inject } from "vitest";
import { postgres } from "../src/connector.ts";
import { urlOn } from "./stand/url-on.ts";

const port = inject("servers")[0]?.port ?? 0;
const admin = (database = "postgres") => urlOn(port, database, "postgres");
const name = await cloneDatabase({ url: admin }, "spare");

/** A session of the same role, for others to cancel what it does not run. */
const other = new pg.Client(urlOn(port, name, "writer"));
await other.connect();
const [{ pid } = { pid: 0 }] = (await other.query("SELECT pg_backend_pid() AS pid")).rows;
afterAll(() => other.end());

describeContract({
  connector: postgres,
  cli: fileURLToPath(new URL("../dist/cli.js", import.meta.url)),
  start: { argv: [urlOn(port, name, "writer"), "--listen", "news", "--access", "full", "--confirm", "never"] },
  unreachable: { argv: ["postgres://reader@127.0.0.1:1/shop", "--access", "full", "--confirm", "never"] },
  calls: {
    pg_query: [
      { sql: "SELECT id, name, email FROM customers WHERE id <= 60 ORDER BY id" },
      { sql: "SELECT title FROM products WHERE sku = $1", params: ["SKU-00042"], format: "json" },
    ],
    pg_execute: [
      { sql: "INSERT INTO staff_notes (author, customer_id, body) VALUES ('writer', 7, 'a note')" },
      { sql: "UPDATE products SET stock = stock + $1 WHERE id = 3 RETURNING id, stock", params: [4] },
      { sql: "DELETE FROM items WHERE true" },
    ],
    pg_search_objects: [{ kind: "column" }, { pattern: "order", detail: "full", limit: 5 }],
    pg_describe: [{ name: "orders" }, { name: "shop.order_totals" }],
    pg_explain: [
      { sql: "SELECT * FROM items WHERE product_id = $1", params: [4] },
      { sql: "UPDATE products SET stock = 0 WHERE id = 3", analyze: true, format: "json" },
    ],
    pg_top_queries: [{ by: "calls", limit: 3 }],
    pg_advise_indexes: [{ queries: ["SELECT * FROM items WHERE product_id = 4"], max_size_mb: 100 }],
    pg_health: [{}, { checks: ["sequences", "locks"] }],
    pg_activity: [{ include_idle: true }],
    pg_cancel: [{ pid }],
  },
  prompts: {
    investigate_slow_query: { sql: "SELECT * FROM items WHERE product_id = 4" },
    review_schema: { schema: "shop", focus: "keys" },
    plan_migration: { change: "orders get a channel" },
  },
  subscription: {
    uri: `postgres://${name}/channels/news`,
    change: async () => void (await runSql(admin(name), "NOTIFY news, 'something happened'")),
  },
  state: () =>
    runSql(
      admin(name),
      "SELECT (SELECT sum(stock) FROM products), (SELECT count(*) FROM staff_notes), (SELECT count(*) FROM items)",
    ),
  async restore() {
    await runSql(
      admin(name),
      `DELETE FROM staff_notes WHERE id > 40; UPDATE products SET stock = 5 WHERE id = 3; ALTER TABLE items DISABLE TRIGGER USER;
       INSERT INTO items SELECT 1, n, 1, 1, 1 FROM generate_series(1, 3) n ON CONFLICT DO NOTHING; ALTER TABLE items ENABLE TRIGGER USER`,
    );
  },
  toolListBytes: 20 * 1024,
});
