import { cloneDatabase, runSql } from "@drawbridge/sandbox";
import type { Host } from "@drawbridge/testkit";
import { afterAll, beforeAll, expect, it } from "vitest";
import { eachServer } from "./stand/each-server.ts";
import { serveInProcess } from "./stand/serve-in-process.ts";

eachServer("a statement that changes the database", (server) => {
  let name: string;
  let host: Host;
  beforeAll(async () => {
    const admin = (database = "postgres") => server.url(database, "postgres");
    name = await cloneDatabase({ url: admin });
    host = await serveInProcess([server.url(name, "writer"), "--access", "full", "--confirm", "never"]);
  });
  afterAll(() => host.close());

  const execute = (sql: string, more: Record<string, unknown> = {}) => host.callTool("pg_execute", { sql, ...more });
  const rows = (sql: string) => runSql(server.url(name, "postgres"), sql);
  const stock = async (id: number) => (await rows(`SELECT stock FROM products WHERE id = ${id}`))[0]?.stock as number;

  it("is kept, and tells what it did", async () => {
    const before = await stock(1);
    const { structured } = await execute("UPDATE products SET stock = stock + $1 WHERE id = $2 RETURNING id, stock", {
      params: [5, 1],
    });
    expect(structured).toEqual({
      command: "UPDATE 1",
      rows_affected: 1,
      columns: ["id", "stock"],
      rows: [[1, before + 5]],
    });
    expect(await stock(1)).toBe(before + 5);
  });

  it("leaves nothing behind when it fails", async () => {
    const before = await stock(2);
    const { isError, text } = await execute(
      "UPDATE products SET stock = 7, price = price - 1000000 WHERE id IN (2, 3)",
    );
    expect([isError, text]).toEqual([true, expect.stringMatching(/violates check constraint.*SQLSTATE 23514/)]);
    expect(await stock(2)).toBe(before);
  });

  it("answers part of what it returns, and is kept whole, where that is more than fits", async () => {
    const { structured } = await execute(
      "UPDATE products SET stock = 100 WHERE id <= 1500 RETURNING title, attributes, search",
    );
    expect(structured).toMatchObject({ command: "UPDATE 1500", rows_affected: 1500, truncated: true });
    expect((await rows("SELECT count(*)::int AS n FROM products WHERE stock = 100 AND id <= 1500"))[0]?.n).toBe(1500);
  });

  it("is shown by a dry run with rows before and after, and taken back", async () => {
    const before = await stock(4);
    const { structured } = await execute("UPDATE products SET stock = stock * 2 WHERE id = 4", { dry_run: true });
    const column = (sample: unknown) => {
      const { columns, rows: shown } = sample as { columns: string[]; rows: unknown[][] };
      return shown.map((row) => row[columns.indexOf("stock")]);
    };
    expect(structured).toMatchObject({
      command: "UPDATE 1",
      rows_affected: 1,
      locks: ["RowExclusiveLock on products"],
    });
    expect([column(structured?.before), column(structured?.after)]).toEqual([[before], [before * 2]]);
    expect(await stock(4)).toBe(before);
  });

  it.each([
    ["UPDATE products SET stock = stock + $1 WHERE id = $2", [3, 4], 1],
    ["UPDATE products SET stock = $1 WHERE id IN (4, 5)", [3], 2],
    [
      "WITH o AS (SELECT $3::bigint AS id) UPDATE products SET stock = $1 FROM o WHERE products.id IN ($2, o.id)",
      [3, 4, 5],
      2,
    ],
    ["DELETE FROM items WHERE order_id = $2 AND line < $1 AND order_id = $2", [2, 6], 1],
  ])("is shown with rows before it, whichever of its params those need: %s", async (sql, params, count) => {
    const { structured } = await execute(sql, { params, dry_run: true });
    expect(structured).toMatchObject({ rows_affected: count, before: { rows: Array(count).fill(expect.anything()) } });
  });

  it("is told by a dry run to fire triggers, without what they do", async () => {
    const before = await stock(5);
    const { structured } = await execute("INSERT INTO items VALUES (1, 9, 5, 2, 10)", { dry_run: true });
    expect(structured?.triggers).toContain("items_take_from_stock on items: 1 time");
    expect(await stock(5)).toBe(before);
  });

  it.each([
    ["a constraint that is checked at once", "INSERT INTO items VALUES (1, 1, 5, 2, 10)", "23505"],
    ["a constraint that is checked at the end", "INSERT INTO later VALUES (-1)", "23503"],
  ])("fails in a dry run as it would: %s", async (_, sql, state) => {
    await rows(
      "CREATE TABLE IF NOT EXISTS later (id bigint REFERENCES products DEFERRABLE INITIALLY DEFERRED); GRANT INSERT ON later TO writer",
    );
    const { isError, text } = await execute(sql, { dry_run: true });
    expect([isError, text]).toEqual([true, expect.stringContaining(`SQLSTATE ${state}`)]);
    expect(text).toContain("The dry run changed nothing");
  });

  it("shows what a DELETE with common tables and USING would take", async () => {
    const sql =
      "WITH old AS (SELECT id FROM orders WHERE id = 7) DELETE FROM items AS i USING old WHERE i.order_id = old.id -- all of them";
    const { structured } = await execute(sql, { dry_run: true });
    expect(structured).toMatchObject({
      rows_affected: 3,
      before: { rows: [expect.anything(), expect.anything(), expect.anything()] },
    });
    expect(structured?.after).toBeUndefined();
  });

  it("makes an index concurrently, outside of a transaction, and has no dry run of it", async () => {
    await execute("CREATE TABLE fresh (id int)");
    expect((await execute("CREATE INDEX CONCURRENTLY ON fresh (id)")).structured).toEqual({ command: "CREATE INDEX" });
    const { isError, text } = await execute("CREATE INDEX CONCURRENTLY ON fresh (id)", { dry_run: true });
    expect([isError, text]).toEqual([true, expect.stringContaining("no dry run")]);
  });

  it("leaves nothing of its session to those that come after it", async () => {
    await rows(`CREATE FUNCTION unsettle() RETURNS int LANGUAGE plpgsql AS $$ BEGIN
      PERFORM set_config('search_path', 'public', false), set_config('work_mem', '7MB', false), pg_advisory_lock(7);
      EXECUTE 'CREATE TEMP TABLE products (id int)'; EXECUTE 'LISTEN leak';
      EXECUTE 'DECLARE held CURSOR WITH HOLD FOR SELECT 1'; EXECUTE 'PREPARE held AS SELECT 1'; RETURN 1; END $$`);
    const own = await serveInProcess([
      ...[server.url(name, "writer"), "--access", "full", "--confirm", "never", "--pool-size", "1"],
    ]);
    const state = `SELECT current_setting('search_path'), current_setting('work_mem'), (SELECT count(*) FROM products WHERE id = 1),
      (SELECT count(*) FROM pg_listening_channels()), (SELECT count(*) FROM pg_cursors WHERE is_holdable),
      (SELECT count(*) FROM pg_prepared_statements), (SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid())`;
    const seen = async () => (await own.callTool("pg_query", { sql: state, format: "csv" })).text.match(/^".*$/m)?.[0];
    const before = await seen();
    expect(before).toContain(",4MB,1,0,0,0,0");
    const dry = await own.callTool("pg_execute", { sql: "SELECT unsettle()", dry_run: true });
    expect([dry.isError, await seen()]).toEqual([false, before]);
    for (const more of [{}, { dry_run_digest: dry.structured?.digest }]) {
      expect((await own.callTool("pg_execute", { sql: "SELECT unsettle()", ...more })).isError).toBe(false);
      expect(await seen()).toBe(before);
    }
    await own.close();
  });

  it.each([
    "CREATE TEMP TABLE products (id int)",
    "CREATE TABLE pg_temp.products (id int)",
    "SELECT 1 AS id INTO TEMP t",
  ])("makes nothing temporary, which nobody would find: %s", async (sql) => {
    expect(await execute(sql)).toMatchObject({ isError: true, text: expect.stringMatching(/gone with the call/) });
  });

  it.each([
    "COPY products TO STDOUT",
    "COPY products FROM PROGRAM 'id'",
    "DO $$ BEGIN END $$",
    "LOAD 'x'",
    "ALTER SYSTEM SET work_mem = '1GB'",
    "CREATE ROLE x SUPERUSER",
    "ALTER ROLE writer SUPERUSER",
    "ALTER ROLE writer RENAME TO x",
    "GRANT pg_read_server_files TO writer",
    "SET ROLE postgres",
    "SET statement_timeout = 0",
    "RESET ALL",
    "BEGIN",
    "COMMIT",
    "LISTEN x",
    "PREPARE p AS SELECT 1",
    "SELECT 1; DROP TABLE items",
  ])("is never run, whatever is granted: %s", async (sql) => {
    const { isError, meta } = await execute(sql);
    expect([isError, meta.code]).toEqual([true, sql.includes("; ") ? "invalid_input" : "refused"]);
  });

  it("that destroys is not run under a grant to write, and one that writes is", async () => {
    const writing = await serveInProcess([server.url(name, "writer"), "--access", "write"]);
    const refused = await writing.callTool("pg_execute", { sql: "DELETE FROM items" });
    expect([refused.isError, refused.meta.code]).toEqual([true, "refused"]);
    const done = await writing.callTool("pg_execute", { sql: "UPDATE products SET stock = 3 WHERE id = 9" });
    expect(done.structured).toMatchObject({ rows_affected: 1 });
    await writing.close();
  });

  const note = (value: string) => `INSERT INTO staff_notes (author, customer_id, body) VALUES ('writer', 7, ${value})`;

  it.each([
    [
      "what runs SQL that it is given as text",
      note("query_to_xml('DELETE FROM items', true, true, '')::text"),
      /runs SQL/,
    ],
    ["what reads the server's files", note("pg_read_file('/etc/passwd')"), /reads the files/],
    ["a volatile function of somebody's", note("restock(1, 5)::text"), /marked VOLATILE/],
    ["one behind a subquery", "UPDATE products SET stock = (SELECT restock(1, 5)) WHERE id = 3", /marked VOLATILE/],
    ["one in a condition", "DELETE FROM items WHERE line = restock(1, 5)", /marked VOLATILE/],
  ])("does not call under a grant to write %s", async (_, sql, reason) => {
    const writing = await serveInProcess([server.url(name, "writer"), "--access", "write"]);
    for (const tool of [{ sql }, { sql, dry_run: true }]) {
      const { isError, text } = await writing.callTool("pg_execute", tool);
      expect([isError, text]).toEqual([true, expect.stringMatching(reason)]);
    }
    const explained = await writing.callTool("pg_explain", { sql, analyze: true });
    expect([explained.isError, explained.text]).toEqual([true, expect.stringMatching(reason)]);
    await writing.close();
  });

  it("calls under a grant to write what a change needs", async () => {
    const writing = await serveInProcess([server.url(name, "writer"), "--access", "write"]);
    const done = await writing.callTool("pg_execute", {
      sql: note("gen_random_uuid()::text || now() || random() || lower('X')"),
    });
    expect(done.structured).toMatchObject({ rows_affected: 1 });
    await writing.close();
  });

  it("calls a volatile function where the person allows that one, or to destroy", async () => {
    const sql = "UPDATE products SET price = price WHERE id = 3 AND restock(8, 1) = 1";
    const allowing = await serveInProcess([
      server.url(name, "writer"),
      "--access",
      "write",
      "--allow-functions",
      "shop.restock",
    ]);
    expect((await allowing.callTool("pg_execute", { sql })).isError).toBe(false);
    await allowing.close();
    expect((await execute(sql)).isError).toBe(false);
    expect((await execute(note("query_to_xml('DELETE FROM items', true, true, '')::text"))).meta.code).toBe("refused");
  });

  it("is shown to the person word by word before it destroys", async () => {
    const asked: string[] = [];
    const careful = await serveInProcess([server.url(name, "writer"), "--access", "full"], async (question) => {
      asked.push(question);
      return { action: "decline" };
    });
    const sql = "DELETE FROM items WHERE quantity = quantity";
    expect((await careful.callTool("pg_execute", { sql })).isError).toBe(true);
    expect(asked).toEqual([expect.stringContaining(sql)]);
    expect(asked[0]).toContain(name);
    await careful.close();
  });
});
