import type { Host, ToolAnswer } from "@drawbridge/testkit";
import { afterAll, beforeAll, expect, it } from "vitest";
import { eachServer } from "./stand/each-server.ts";
import { ownShop } from "./stand/own-shop.ts";
import { serveInProcess } from "./stand/serve-in-process.ts";

eachServer("the pages of an answer", (server) => {
  let host: Host;
  let writer: Host;
  beforeAll(async () => {
    const shop = await ownShop(server);
    const columns = Array.from({ length: 1500 }, (_, n) => `${"c".repeat(55)}${n} int`);
    await shop.run(`CREATE TABLE shop.wide (${columns.join(", ")}); INSERT INTO shop.wide DEFAULT VALUES`);
    await shop.run("GRANT SELECT ON shop.wide TO reader");
    host = await serveInProcess([server.url(shop.name)]);
    writer = await serveInProcess([server.url(shop.name, "writer"), "--access", "write"]);
  });
  afterAll(() => Promise.all([host, writer].map((one) => one.close())));

  /** All of them, with how many rows they showed together. */
  const pagesOf = async (sql: string, limit: number) => {
    const pages: ToolAnswer[] = [];
    let cursor: unknown;
    do {
      const page = await host.callTool("pg_query", { sql, limit, ...(cursor === undefined ? {} : { cursor }) });
      expect(page).toMatchObject({ isError: false });
      pages.push(page);
      cursor = page.meta.nextCursor;
    } while (cursor !== undefined && pages.length < 100);
    return { pages, rows: pages.reduce((sum, { meta }) => sum + Number(meta.rows), 0) };
  };

  it.each([
    ";WITH t AS (SELECT g FROM generate_series(1, 25) AS g) SELECT * FROM t ORDER BY g",
    "/* é */ ; ; SELECT g FROM generate_series(1, 25) AS g ORDER BY g ; -- ;",
    "(SELECT g FROM generate_series(1, 25) AS g ORDER BY g)\n-- the end",
  ])("are all had of a statement with semicolons and comments around it: %s", async (sql) => {
    const { pages, rows } = await pagesOf(sql, 10);
    expect([pages.length, rows]).toEqual([3, 25]);
    expect(pages.at(-1)?.text).toContain("\n25\n");
  });

  it.each(["; SELECT id FROM orders WHERE id = $1 ; -- which one", ";; SELECT id FROM orders WHERE id = 1;"])(
    "and a plan likewise: %s",
    async (sql) => {
      expect(await host.callTool("pg_explain", { sql })).toMatchObject({ isError: false });
      const queries = await host.callTool("pg_advise_indexes", { queries: [sql] });
      expect(queries.text).not.toContain("syntax error");
    },
  );

  it("and a dry run likewise", async () => {
    const sql = ";UPDATE products SET stock = stock WHERE id = 1; -- for now";
    const { isError, structured } = await writer.callTool("pg_execute", { sql, dry_run: true });
    expect([isError, structured]).toEqual([false, expect.objectContaining({ rows_affected: 1 })]);
  });

  it("are all had of what has no cursor, also where what was shown before is more than one answer holds", async () => {
    const branches = Array.from(
      { length: 400 },
      (_, n) => `SELECT ${n} AS a_number, name FROM customers WHERE id = ${n}`,
    );
    const sql = `EXPLAIN VERBOSE SELECT * FROM (${branches.join(" UNION ALL ")}) AS found`;
    const { pages } = await pagesOf(sql, 10_000);
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.every(({ meta }) => Number(meta.rows) > 0)).toBe(true);
    expect(pages.at(-1)?.meta).not.toHaveProperty("truncated");
  });

  it("say what to do where nothing of the first row fits", async () => {
    const values = Array.from({ length: 1600 }, () => "repeat('y', 1000)");
    const { text, meta } = await host.callTool("pg_query", { sql: `SELECT ${values.join(", ")}` });
    expect(meta).toMatchObject({ rows: 0, truncated: true });
    expect(meta).not.toHaveProperty("nextCursor");
    expect(text).toContain("select fewer columns");
    expect(text).not.toContain("the next page");
  });

  it.each(["table", "json", "csv"])("and where not even the names of the columns do, as %s", async (format) => {
    const { text, meta } = await host.callTool("pg_query", { sql: "SELECT * FROM wide", format });
    expect(meta).toMatchObject({ rows: 0, truncated: true, note: expect.stringMatching(/1500 columns.*select fewer/) });
    expect(text.length).toBeLessThan(1000);
  });
});
