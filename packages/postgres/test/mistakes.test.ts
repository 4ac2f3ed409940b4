import type { Host } from "@drawbridge/testkit";
import { afterAll, beforeAll, expect, it } from "vitest";
import { eachServer } from "./stand/each-server.ts";
import { serveInProcess } from "./stand/serve-in-process.ts";

/** Mistakes in a statement that reads, each with what is said of it. */
const mistakes: readonly (readonly [sql: string, params: unknown[], said: RegExp])[] = [
  // Names
  [
    "SELECT nme FROM customers",
    [],
    /SQLSTATE 42703, line 1, column 8.*Did you mean name\?\nSELECT nme FROM customers\n {7}\^/,
  ],
  ["SELECT c.nme FROM customers c", [], /Did you mean name\?/],
  ["SELECT\n  id,\n  prise\nFROM products", [], /line 3, column 3.*Did you mean price\?\n {2}prise\n {2}\^/],
  ["SELECT x.titel FROM (SELECT title FROM products) AS x", [], /Did you mean title\?/],
  ["WITH t AS (SELECT 1 AS total) SELECT totl FROM t", [], /Did you mean total\?/],
  ["SELECT zzzz FROM shop.orders", [], /shop\.orders has the columns id, customer_id, /],
  ["SELECT * FROM custmers", [], /Did you mean shop\.customers\?/],
  ["SELECT * FROM nope.customers", [], /Did you mean shop\.customers\?/],
  ["SELECT ordr.id FROM orders AS order_", [], /Before a column's point|Did you mean order_\?/],
  ["SELECT lowr('A')", [], /Did you mean lower\?/],
  ["SELECT order_total('x'::text)", [], /There is order_total\(bigint\)\./],
  ["SELECT round(1.5::float8, 2)", [], /There is round\(.*round\(numeric,integer\)/],
  ["SELECT zzqqzz(1)", [], /pg_search_objects with kind function/],
  ["SELECT name + 1 FROM customers", [], /operator does not exist.*Cast one side/],
  ["SELECT 'open'::ordr_status", [], /Did you mean order_status\?/],
  ["SELECT id FROM customers, orders", [], /ambiguous.*Write the relation before it/],
  // Params
  [
    "SELECT id FROM customers WHERE id = $1",
    ["abc"],
    /SQLSTATE 22P02\).*that of \$1 in params, where bigint is wanted/,
  ],
  ["SELECT $1::int + 1, $2::date", [1, "2024-99-99"], /that of \$2 in params, where date is wanted/],
  ["SELECT $1::order_status", ["lost"], /that of \$1 in params, where order_status is wanted/],
  ["SELECT $1::int[]", [[1, "x"]], /that of \$1 in params, where integer\[\] is wanted/],
  ["SELECT $1::jsonb", ["{"], /that of \$1 in params, where jsonb is wanted/],
  ["SELECT $1::int2", [70000], /that of \$1 in params, where smallint is wanted/],
  ["SELECT $1::int, $2::date", [1], /params holds 1, and the statement wants \$1 integer, \$2 date\./],
  ["SELECT 1", [1, 2], /params holds 2, and the statement wants none\./],
  ["SELECT $2::int", [1, 2], /SQLSTATE 42P18.*Use each from \$1 on/],
  // What comes while it runs
  ["SELECT 1 / (id - id) FROM customers", [], /division by zero.*SQLSTATE 22012/],
  ["SELECT repeat(name, 1000000000) FROM customers", [], /SQLSTATE 54000/],
  ["SELECT pg_relation_size('nothing')", [], /relation "nothing" does not exist/],
];

eachServer("a mistake in a statement", (server) => {
  let host: Host;
  let writer: Host;
  let stranger: Host;
  beforeAll(async () => {
    [host, writer, stranger] = await Promise.all([
      serveInProcess([server.url()]),
      serveInProcess([server.url("shop", "writer"), "--access", "full", "--confirm", "never"]),
      serveInProcess([server.url("shop", "alice")]),
    ]);
  });
  afterAll(() => Promise.all([host, writer, stranger].map((one) => one.close())));

  it.for(mistakes)("is told with what to do: %s", async ([sql, params, said]) => {
    const { isError, text } = await host.callTool("pg_query", { sql, params });
    expect(isError).toBe(true);
    expect(text).toMatch(new RegExp(said.source, "s"));
  });

  it("has its place where pg_explain puts words before it", async () => {
    const { text } = await host.callTool("pg_explain", { sql: "SELECT nme FROM customers" });
    expect(text).toMatch(/line 1, column 8.*Did you mean name\?\nSELECT nme/s);
  });

  it("has its place on a later page too", async () => {
    const sql = "SELECT 100 / (4 - n) FROM generate_series(1, 9) AS n";
    const { isError, text } = await host.callTool("pg_query", { sql, limit: 2 });
    expect([isError, text]).toEqual([false, expect.stringContaining("33")]);
    const failed = await host.callTool("pg_query", { sql });
    expect(failed.text).toMatch(/SQLSTATE 22012/);
  });

  it("is told of a change likewise", async () => {
    const { text } = await writer.callTool("pg_execute", {
      sql: "INSERT INTO staff_notes (author, custmer_id) VALUES ('a', 1)",
    });
    expect(text).toMatch(/Did you mean customer_id\?\nINSERT INTO/);
    const dry = await writer.callTool("pg_execute", {
      sql: "UPDATE products SET stok = 1 WHERE id = 1",
      dry_run: true,
    });
    expect(dry.text).toMatch(/Did you mean stock\?\n.*\n *\^\nThe dry run changed nothing/);
    const typed = await writer.callTool("pg_execute", {
      sql: "UPDATE products SET stock = $1 WHERE id = 1",
      params: ["x"],
    });
    expect(typed.text).toMatch(/that of \$1 in params, where integer is wanted/);
  });

  it("is told as a statement that is too long, with the bound", async () => {
    const { text } = await host.callTool("pg_query", { sql: `SELECT '${"x".repeat(70_000)}'` });
    expect(text).toMatch(/64 KiB|65,?536/);
  });

  it("is told as a statement that took too long, with what to look at", async () => {
    const hasty = await serveInProcess([server.url(), "--statement-timeout", "50ms"]);
    const { text } = await hasty.callTool("pg_query", {
      sql: "SELECT count(*) FROM items a, items b WHERE a.quantity <> b.quantity",
    });
    expect(text).toMatch(/^timeout.*SQLSTATE 57014.*pg_explain/s);
    await hasty.close();
  });

  it("names the GRANT that is missing", async () => {
    const { text } = await stranger.callTool("pg_query", { sql: "SELECT * FROM pg_statistic" });
    expect(text).toMatch(/SQLSTATE 42501.*GRANT SELECT ON pg_catalog\.pg_statistic TO alice;/s);
    const { text: change } = await writer.callTool("pg_execute", {
      sql: "DELETE FROM pg_catalog.pg_class WHERE oid = 1",
    });
    expect(change).toMatch(/SQLSTATE 42501.*GRANT DELETE ON pg_catalog\.pg_class TO writer;/s);
  });

  it.each(["table", "json", "csv"])(
    "shows the beginning of a row that is larger than an answer may be, as %s",
    async (format) => {
      const sql =
        "SELECT n AS id, (SELECT jsonb_agg(g) FROM generate_series(1, 200000) g) FROM generate_series(7, 8) AS n ORDER BY n";
      const first = await host.callTool("pg_query", { sql, format });
      expect(first.meta).toMatchObject({
        rows: 1,
        truncated: true,
        shortened: expect.stringMatching(/values of the row were cut/),
      });
      expect(first.text).toMatch(/7.{1,5}\[1, 2, 3, .*… \(1488895 characters\)/);
      const second = await host.callTool("pg_query", { sql, format, cursor: first.meta.nextCursor });
      expect([second.meta.nextCursor, second.text]).toEqual([undefined, expect.stringMatching(/8.{1,5}\[1, 2, 3, /)]);
    },
  );
});
