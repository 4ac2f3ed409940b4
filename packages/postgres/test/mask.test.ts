import type { Host } from "@drawbridge/testkit";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { eachServer } from "./stand/each-server.ts";
import { type OwnShop, ownShop } from "./stand/own-shop.ts";
import { serveInProcess } from "./stand/serve-in-process.ts";

const masks =
  "shop.customers.email,shop.customers.phone=partial,shop.customers.preferences=null,shop.staff.email,shop.staff.salary";
const values = /customer\d+@example\.com|@staff\.example|[789]1234|\+49\d{4}/;

eachServer("a server that masks columns", (server) => {
  let shop: OwnShop;
  let host: Host;
  const serve = (...more: string[]) => serveInProcess([server.url(shop.name, "writer"), ...more]);
  beforeAll(async () => {
    shop = await ownShop(server, new URL("stand/masked.sql", import.meta.url));
    await shop.run(`
      CREATE FUNCTION tell() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'was %', OLD.email USING ERRCODE = 'check_violation'; END $$;
      CREATE TRIGGER tell BEFORE DELETE ON staff FOR EACH ROW EXECUTE FUNCTION tell();
      ALTER TABLE copies OWNER TO writer; ALTER TABLE staff OWNER TO writer; ALTER TABLE former_staff OWNER TO writer; GRANT REFERENCES ON customers TO writer;
      GRANT pg_read_all_stats TO writer`);
    host = await serve("--mask", masks, "--access", "full", "--confirm", "never");
  });
  afterAll(() => host.close());

  const query = (sql: string, more: Record<string, unknown> = {}) => host.callTool("pg_query", { sql, ...more });
  const execute = (sql: string, more: Record<string, unknown> = {}) => host.callTool("pg_execute", { sql, ...more });

  it("shows a hash, the last characters or nothing, and says which columns those are", async () => {
    const { text, meta } = await query(
      "SELECT id, email, phone, preferences FROM customers WHERE phone IS NOT NULL AND id < 9 ORDER BY id",
    );
    expect(text).toMatch(/^\d+ \| hash:[0-9a-f]{24} \| …\d{3} \| NULL$/m);
    expect(meta.masked).toBe("email (hash), phone (partial), preferences (null)");
    expect(text).not.toMatch(values);
  });

  it("shows the same hash for the same value, in whatever column and on every page", async () => {
    const sql = "SELECT s.email, c.email FROM staff s JOIN customers c ON c.email = s.email";
    const [one, other] = JSON.parse((await query(sql, { format: "json" })).text.match(/\{.*\}/s)?.[0] ?? "").rows[0];
    expect(one).toBe(other);
    const first = await query("SELECT email FROM staff ORDER BY id", { limit: 1 });
    const second = await query("SELECT email FROM staff ORDER BY id", { limit: 1, cursor: first.meta.nextCursor });
    expect([first.text, second.text]).toEqual([expect.stringMatching(/hash:/), expect.stringMatching(/hash:/)]);
  });

  it("serves nothing where a mask names no column, and says which may be meant", async () => {
    const own = await serve("--mask", "shop.customers.emial");
    const { isError, text } = await own.callTool("pg_query", { sql: "SELECT 1" });
    expect([isError, text]).toEqual([
      true,
      expect.stringMatching(/shop\.customers\.emial.*Did you mean shop\.customers\.email\?/),
    ]);
    await own.close();
  });

  it("says in an error nothing that a value could be read from", async () => {
    const told = await Promise.all([
      execute("UPDATE staff SET salary = -1 WHERE id = 2"),
      execute("INSERT INTO staff (id, name, salary, email) SELECT 10, name, salary, email FROM staff WHERE id = 2"),
      execute("DELETE FROM staff WHERE id = 3"),
      execute("DELETE FROM staff WHERE id = 3", { dry_run: true }),
      execute("UPDATE staff SET salary = -1 WHERE id = 2", { dry_run: true }),
    ]);
    for (const { isError, text } of told) {
      expect([isError, text]).toEqual([true, expect.stringMatching(/SQLSTATE/)]);
      expect(text).not.toMatch(values);
    }
    expect(told[0]?.text).toContain("violates check constraint");
  });

  it("masks what RETURNING gives, and what a dry run shows", async () => {
    const done = await execute("UPDATE customers SET name = name WHERE id = 7 RETURNING id, email, lower(email), name");
    expect(done.structured).toMatchObject({
      columns: ["id", "email", "lower", "name"],
      masked: ["email (hash)", "lower (null)"],
    });
    const dry = await execute("UPDATE customers SET name = 'Ann' WHERE id = 7", { dry_run: true });
    expect(dry.structured?.masked).toEqual(["email (hash)", "phone (partial)", "preferences (null)"]);
    expect(dry.structured).toMatchObject({
      before: { rows: [expect.anything()] },
      after: { rows: [expect.anything()] },
    });
    const removed = await execute("DELETE FROM newsletter n USING staff s WHERE s.id = n.customer_id RETURNING *", {
      dry_run: true,
    });
    const all = JSON.stringify([done.structured, dry.structured, removed.structured]);
    expect(removed.structured?.masked).toEqual(["salary (hash)", "email (hash)", "doubled (null)"]);
    expect(all).not.toMatch(values);
  });

  it.each([
    ["INSERT INTO copies (value) SELECT email FROM customers", /keeps it in value/],
    ["INSERT INTO copies SELECT 1, c::text FROM customers c", /keeps it in value/],
    ["UPDATE customers SET name = email WHERE id = 1", /keeps it in name/],
    ["UPDATE newsletter n SET email = c.email FROM customers c WHERE c.id = n.customer_id", /keeps it in email/],
    [
      "UPDATE customers SET (name, phone) = (SELECT email, 'x' FROM customers WHERE id = 2) WHERE id = 1",
      /keeps it in name/,
    ],
    ["UPDATE customers SET phone = email WHERE id = 1", /keeps it in phone/],
    [
      "WITH x AS (UPDATE customers SET name = name WHERE id = 1 RETURNING email) INSERT INTO copies SELECT 1, email FROM x",
      /keeps it in value/,
    ],
    ["UPDATE customers SET name = 'x' WHERE email = 'customer1@example.com'", /compares it/],
    ["DELETE FROM customers WHERE email LIKE 'c%'", /compares it/],
    [
      "MERGE INTO newsletter n USING customers c ON c.id = n.customer_id WHEN MATCHED THEN UPDATE SET email = c.email",
      /keeps it in email/,
    ],
    ["MERGE INTO newsletter n USING customers c ON c.email = n.email WHEN MATCHED THEN DO NOTHING", /compares it/],
    ["CREATE TABLE taken AS SELECT email FROM customers", /keeps it in another table/],
    ["SELECT email INTO taken FROM customers", /keeps it in a table/],
    ["CREATE VIEW probe AS SELECT id FROM customers WHERE email LIKE 'c%'", /compares it/],
    ["CREATE INDEX ON staff ((1 / (salary - 91234)))", /computes with it/],
    ["CREATE INDEX ON staff (id) WHERE salary > 90000", /compares it|computes with it/],
    ["CREATE TABLE probe (email text REFERENCES staff (email))", /refers to it/],
    [
      "ALTER TABLE staff ADD COLUMN again text GENERATED ALWAYS AS (email) STORED",
      /AlterTableStmt is not run where columns are masked/,
    ],
    ["CREATE FUNCTION f() RETURNS text LANGUAGE sql AS 'SELECT 1'", /CreateFunctionStmt is not run/],
    ["CREATE RULE r AS ON INSERT TO copies DO ALSO SELECT 1", /RuleStmt is not run/],
    ["EXPLAIN ANALYZE UPDATE staff SET name = 'x' WHERE salary > 1", /compares it|never run/],
  ])("does not let a change tell or copy them: %s", async (sql, reason) => {
    for (const more of [{}, { dry_run: true }]) {
      const { isError, text, meta } = await execute(sql, more);
      expect([isError, meta.code, text]).toEqual([true, "refused", expect.stringMatching(reason)]);
    }
  });

  it.each([
    "INSERT INTO customers (email, name) VALUES ('new@elsewhere.example', 'New')",
    "INSERT INTO customers (email, name) VALUES ('new@elsewhere.example', 'New') ON CONFLICT (email) DO UPDATE SET name = excluded.name",
    "UPDATE customers SET email = 'other@elsewhere.example' WHERE id = 5",
    "UPDATE newsletter SET email = lower(email) WHERE email LIKE 'letters%'",
    "INSERT INTO copies SELECT id, name FROM customers WHERE id < 3",
    "CREATE VIEW names AS SELECT id, name, email FROM customers",
    "CREATE INDEX ON staff (salary)",
    "CREATE TABLE notes (customer_id bigint REFERENCES customers, body text)",
    "ALTER TABLE copies ADD COLUMN more text",
    "COMMENT ON TABLE staff IS 'Who works here'",
  ])("runs a change that does not: %s", async (sql) => {
    expect((await execute(sql, { dry_run: true })).isError).toBe(false);
  });

  it("masks what a view shows that was made meanwhile, and a column that was given another name", async () => {
    await execute("CREATE VIEW mails AS SELECT name AS m FROM customers");
    expect((await query("SELECT m FROM mails LIMIT 1")).meta.masked).toBeUndefined();
    // What is known is not kept over a change that is made from here.
    await execute("DROP VIEW mails");
    await execute("CREATE VIEW mails AS SELECT email AS m, upper(email) AS loud FROM customers");
    expect((await query("SELECT m FROM mails LIMIT 1")).meta.masked).toBe("m (hash)");
    expect((await query("SELECT * FROM mails LIMIT 1")).meta.masked).toBe("m (hash), loud (null)");
    await execute("ALTER TABLE staff RENAME COLUMN email TO mail");
    expect((await query("SELECT mail AS m FROM staff")).meta.masked).toBe("m (hash)");
    await shop.run("ALTER TABLE shop.staff RENAME COLUMN mail TO email");
  });

  it("shows nothing of a view that is made into another meanwhile", async () => {
    for (let round = 0; round < 5; round += 1) {
      await execute("CREATE VIEW turned AS SELECT name AS v FROM customers WHERE id < 3");
      await query("SELECT v FROM turned");
      const [, ...seen] = await Promise.all([
        execute("CREATE OR REPLACE VIEW turned AS SELECT email::text AS v FROM customers WHERE id < 3"),
        ...Array.from({ length: 6 }, () => query("SELECT v FROM turned")),
      ]);
      expect(JSON.stringify(seen)).not.toMatch(values);
      await execute("DROP VIEW turned");
    }
  });

  it("describes a table without statistics of masked columns", async () => {
    const { structured } = await host.callTool("pg_describe", { name: "shop.customers" });
    const columns = structured?.columns as Record<string, unknown>[];
    expect(columns.find(({ name }) => name === "email")).toMatchObject({ masked: "hash", type: "email" });
    expect(columns.find(({ name }) => name === "phone")).not.toHaveProperty("distinct");
    expect(columns.find(({ name }) => name === "name")).toHaveProperty("distinct");
  });

  it("explains no statement that compares them, and others as ever", async () => {
    const refused = await host.callTool("pg_explain", { sql: "SELECT id FROM customers WHERE email = 'x'" });
    expect([refused.isError, refused.text]).toEqual([true, expect.stringContaining("compares it")]);
    const change = await host.callTool("pg_explain", { sql: "DELETE FROM customers WHERE email = 'x'" });
    expect(change.isError).toBe(true);
    const plan = await host.callTool("pg_explain", { sql: "SELECT email FROM customers WHERE id = 1", analyze: true });
    expect([plan.isError, plan.text]).toEqual([false, expect.stringContaining("customers_pkey")]);
  });

  it("shows statements of others without the values in them", async () => {
    const other = new pg.Client(server.url(shop.name, "writer"));
    await other.connect();
    await other.query(
      "SELECT 'mask probe' AS a, id FROM shop.customers WHERE email = 'customer1@example.com' -- customer1@example.com",
    );
    const { structured } = await host.callTool("pg_activity", { include_idle: true });
    const sessions = (structured?.sessions ?? []) as { query?: string }[];
    const seen = sessions.find(({ query: text }) => text?.includes("shop.customers"));
    await other.end();
    expect(seen?.query).toBe("SELECT … AS a, id FROM shop.customers WHERE email = …");
  });
});
