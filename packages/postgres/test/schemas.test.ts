import type { Host } from "@drawbridge/testkit";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eachServer } from "./stand/each-server.ts";
import { type OwnShop, ownShop } from "./stand/own-shop.ts";
import { serveInProcess } from "./stand/serve-in-process.ts";

const hidden = `
  CREATE SCHEMA secret;
  CREATE TYPE secret.level AS ENUM ('high', 'low');
  CREATE TABLE secret.plans (id int PRIMARY KEY, title text, customer_id bigint REFERENCES shop.customers);
  CREATE INDEX ON secret.plans (title);
  CREATE INDEX ON secret.plans (title);
  INSERT INTO secret.plans SELECT n, 'the plan', n FROM generate_series(1, 3) n;
  CREATE FUNCTION secret.reveal() RETURNS text LANGUAGE sql STABLE AS $$ SELECT title FROM secret.plans LIMIT 1 $$;
  CREATE FUNCTION public.helper(n int) RETURNS int LANGUAGE sql IMMUTABLE AS $$ SELECT n $$;
  CREATE OPERATOR public.### (LEFTARG = int, RIGHTARG = int, FUNCTION = int4pl);
  CREATE TABLE public.loose (id int);
  CREATE TABLE shop.tasks (id int, plan int REFERENCES secret.plans, urgency secret.level);
  CREATE VIEW shop.plan_titles AS SELECT id, title FROM secret.plans;
  GRANT USAGE ON SCHEMA secret TO writer;
  GRANT ALL ON ALL TABLES IN SCHEMA secret, shop, public TO writer;
  GRANT pg_read_all_stats TO writer`;

eachServer("a server that keeps to some schemas", (server) => {
  let shop: OwnShop;
  let host: Host;
  const serve = (...more: string[]) => serveInProcess([server.url(shop.name, "writer"), ...more]);
  beforeAll(async () => {
    shop = await ownShop(server);
    await shop.run(hidden);
    host = await serve("--schemas", "shop,reporting", "--access", "full", "--confirm", "never");
  });
  afterAll(() => host.close());

  const query = (sql: string) => host.callTool("pg_query", { sql });
  const outside = /is in no schema that is served. Served are: shop, reporting/;

  it.each([
    ["SELECT * FROM secret.plans", outside],
    ["SELECT 1 FROM customers WHERE EXISTS (SELECT 1 FROM secret.plans)", outside],
    ["WITH x AS (TABLE secret.plans) SELECT * FROM x", outside],
    ["SELECT id FROM loose", outside],
    ["SELECT secret.reveal()", outside],
    ["SELECT helper(1)", outside],
    ["SELECT 1 ### 2", outside],
    ["SELECT 'high'::secret.level", outside],
    ["SELECT NULL::secret.plans", outside],
    ["SELECT nothing FROM secret.nothing", outside],
    ["SELECT calls FROM pg_stat_statements", /pg_stat_statements/],
    ["SELECT relname FROM pg_class", /pg_class tells of every schema/],
    ["SELECT * FROM pg_stats", /tells of every schema/],
    ["SELECT prosrc FROM pg_catalog.pg_proc", /tells of every schema/],
    ["SELECT query FROM pg_stat_activity", /tells of every schema/],
    ["SELECT table_name FROM information_schema.tables", /tells of every schema/],
    ["SELECT pg_get_viewdef(16384)", /tells of things in any schema/],
    ["SELECT pg_relation_size('secret.plans')", /tells of things in any schema/],
    ["SELECT to_regclass('secret.plans')", /tells of things in any schema/],
    ["SELECT 16384::regclass", /names things in any schema/],
    ["SELECT '{16384}'::_regclass", /names things in any schema/],
    ["SELECT 16384::regcollation", /names things in any schema/],
    ["SELECT (jsonb_populate_record(NULL::pg_type, '{\"typinput\": 16384}')).typinput", /names things in any schema/],
    ["SELECT jsonb_populate_record(a, '{}') FROM pg_am a", /pg_am tells of every schema/],
    ["SELECT regclass(16384)", /tells of things in any schema/],
    ["SELECT regclassout(16384)", /tells of things in any schema/],
    ["SELECT pg_filenode_relation(0, 16384)", /tells of things in any schema/],
    ["SELECT pg_column_is_updatable(16384, 1::int2, true)", /tells of things in any schema/],
    ["SELECT pg_input_is_valid('secret.plans', 'regclass')", /tells of things in any schema/],
    ["EXPLAIN SELECT * FROM plan_titles", /pg_explain shows it without that/],
  ])("does not run %s", async (sql, reason) => {
    const { isError, text, meta } = await query(sql);
    expect([isError, meta.code, text]).toEqual([true, "refused", expect.stringMatching(reason)]);
  });

  it.each([
    "SELECT id, name FROM customers ORDER BY id LIMIT 1",
    "SELECT month, orders FROM reporting.sales_by_month LIMIT 1",
    "SELECT order_total(1), with_tax(1), lower('X'), count(*) FROM orders",
    "WITH plans AS (SELECT 1 AS id) SELECT id FROM plans",
    "SELECT title FROM plan_titles LIMIT 1",
    "SELECT 'open'::order_status, 'a@b.c'::email, 1::int, now()::date",
    "SELECT name, setting FROM pg_settings WHERE name = 'work_mem'",
    "SELECT version(), current_database(), pg_typeof(1), to_tsvector('english', 'x')",
    "SELECT * FROM generate_series(1, 2) AS g",
    "SHOW work_mem",
  ])("runs %s", async (sql) => {
    const { isError, text } = await query(sql);
    expect([isError, text]).toEqual([false, expect.any(String)]);
  });

  it.each([
    ["INSERT INTO secret.plans VALUES (9, 'x', 1)", outside],
    ["INSERT INTO orders (customer_id, placed_at, note) SELECT 1, now(), title FROM secret.plans", outside],
    ["DROP TABLE secret.plans", outside],
    ["DROP TABLE loose", /Write the schema before the name/],
    ["CREATE TABLE secret.more (id int)", outside],
    ["CREATE TABLE shop.more (id int REFERENCES secret.plans)", outside],
    ["CREATE VIEW shop.more AS SELECT * FROM secret.plans", outside],
    ["ALTER TABLE secret.plans ADD COLUMN more int", outside],
    ["COMMENT ON TABLE secret.plans IS 'x'", outside],
    ["TRUNCATE shop.customers CASCADE", /CASCADE may come to/],
    ["DROP TABLE shop.customers CASCADE", /CASCADE may come to/],
    ["ALTER TABLE shop.customers DROP COLUMN id CASCADE", /CASCADE may come to/],
    ["VACUUM", /write which/],
    ["GRANT ALL ON ALL TABLES IN SCHEMA secret TO writer", /GrantStmt is not run/],
    ["CREATE FUNCTION shop.f() RETURNS text LANGUAGE sql AS 'SELECT secret.reveal()'", /CreateFunctionStmt is not run/],
  ])("does not change by %s", async (sql, reason) => {
    const { isError, text } = await host.callTool("pg_execute", { sql, dry_run: true });
    expect([isError, text]).toEqual([true, expect.stringMatching(reason)]);
    const explained = await host.callTool("pg_explain", { sql });
    expect(explained.isError).toBe(true);
  });

  it("does not say in which schema a name is that was written without", async () => {
    for (const sql of ["SELECT * FROM loose", "SELECT helper(1)", "SELECT 1 ### 2"])
      expect((await query(sql)).text).not.toContain("public");
  });

  it("changes what is served", async () => {
    for (const sql of [
      "UPDATE products SET stock = 1 WHERE id = 1",
      "CREATE TABLE more (id int)",
      "INSERT INTO shop.tasks (id) VALUES (1)",
    ])
      expect((await host.callTool("pg_execute", { sql, dry_run: true })).isError).toBe(false);
  });

  it("finds nothing of others, and describes none", async () => {
    for (const input of [
      { pattern: "plans" },
      { pattern: "level" },
      { pattern: "reveal" },
      { kind: "schema" },
      { pattern: "helper" },
    ]) {
      const { structured } = await host.callTool("pg_search_objects", { detail: "full", ...input });
      expect(JSON.stringify(structured)).not.toMatch(/secret|public/);
    }
    const asked = await host.callTool("pg_search_objects", { schema: "secret" });
    expect([asked.isError, asked.text]).toEqual([true, expect.stringContaining("Served are: shop, reporting")]);
    for (const name of ["secret.plans", "loose", "secret.nothing"]) {
      const { isError, text } = await host.callTool("pg_describe", { name });
      expect([isError, text]).toEqual([
        true,
        expect.stringContaining("in the schemas that are served: shop, reporting"),
      ]);
    }
  });

  it("describes what is served without what it has to do with others", async () => {
    const told = await Promise.all(
      ["customers", "tasks", "plan_titles"].map(
        async (name) => (await host.callTool("pg_describe", { name })).structured,
      ),
    );
    expect(JSON.stringify(told)).not.toContain("secret.");
    expect(told[0]).toMatchObject({
      referenced_by: expect.arrayContaining([expect.objectContaining({ name: "orders_customer_id_fkey" })]),
    });
    expect(told[1]?.columns).toHaveLength(3);
  });

  it("says nothing of others' illnesses, statements and progress", async () => {
    const other = new pg.Client(server.url(shop.name, "writer"));
    await other.connect();
    await other.query("SELECT title FROM secret.plans");
    const activity = await host.callTool("pg_activity", { include_idle: true });
    await other.query("SELECT name FROM shop.customers WHERE id = 1");
    const again = await host.callTool("pg_activity", { include_idle: true });
    await other.query("SET search_path = secret, shop");
    const unwritten: unknown[] = [];
    for (const sql of [
      "SELECT id, title FROM plans",
      "SELECT reveal()",
      "SELECT 'high'::level",
      "SELECT plans FROM plans AS plans",
    ]) {
      await other.query(sql);
      unwritten.push((await host.callTool("pg_activity", { include_idle: true })).structured);
    }
    await other.query("WITH plans AS (SELECT 1 AS one) SELECT one FROM plans");
    const common = await host.callTool("pg_activity", { include_idle: true });
    await other.end();
    expect(JSON.stringify(unwritten)).not.toMatch(/plans|reveal|high/);
    expect(JSON.stringify(common.structured)).toContain("WITH plans AS");
    const top = await host.callTool("pg_top_queries", { limit: 200 });
    const health = await host.callTool("pg_health", {});
    expect(JSON.stringify([activity.structured, top.structured, health.structured])).not.toMatch(/secret\.|secret_/);
    expect(JSON.stringify(activity.structured)).toContain("it may be of schemas that are not served");
    expect(JSON.stringify(again.structured)).toContain("SELECT name FROM shop.customers WHERE id = 1");
  });

  it("names relations of others in no plan, and shows other plans whole", async () => {
    const plans = await Promise.all(
      [false, true].map((analyze) =>
        host.callTool("pg_explain", { sql: "SELECT * FROM plan_titles WHERE title = 'x'", analyze, format: "json" }),
      ),
    );
    for (const { isError, text } of plans) {
      expect([isError, text]).toEqual([false, expect.stringContaining('"Total Cost"')]);
      expect(text).not.toMatch(/secret|"plans|title/);
    }
    const generic = await host.callTool("pg_explain", { sql: "SELECT * FROM plan_titles p, orders o WHERE p.id = $1" });
    expect(generic.text).toMatch(/ on orders o/);
    expect(generic.text).not.toMatch(/secret|plans|title/);
    const own = await host.callTool("pg_explain", { sql: "SELECT * FROM orders WHERE id = 1" });
    expect(own.text).toContain("Index Scan using orders_pkey on orders");
    expect(own.text).toContain("id = 1");
  });

  it("makes no hypothetical index for a table of another schema", async () => {
    const hypothetical_indexes = [{ table: "secret.plans", columns: ["title"] }];
    const { text } = await host.callTool("pg_explain", { sql: "SELECT 1", hypothetical_indexes });
    expect(text).toMatch(/is in no schema that is served|need the extension hypopg/);
  });

  it("lists, completes and shows as resources only what is served", async () => {
    const listed = (await host.listResources()).map(({ uri }) => uri);
    expect(listed).toContain(`postgres://${shop.name}/shop/customers`);
    expect(listed.join()).not.toMatch(/secret|loose/);
    const template = "postgres://{database}/{schema}/{relation}";
    const complete = (name: string, value: string, chosen: Record<string, string>) =>
      host.complete(template, name, value, { database: shop.name, ...chosen });
    expect(await complete("schema", "", {})).toEqual(["reporting", "shop"]);
    expect(await complete("relation", "plan", { schema: "secret" })).toEqual([]);
    expect(await complete("relation", "plan", {})).toEqual(["plan_titles"]);
    await expect(host.readResource(`postgres://${shop.name}/secret/plans`)).rejects.toThrow(/no relation of that name/);
    const { text } = await host.readResource(`postgres://${shop.name}/shop/plan_titles`);
    expect(text).toContain("CREATE VIEW shop.plan_titles");
    expect(text).not.toContain("secret");
    expect((await host.readResource(`postgres://${shop.name}/shop/tasks`)).text).not.toMatch(/secret|level/);
  });

  it("names things of others in no error", async () => {
    const told = await Promise.all([
      query("SELECT titel FROM plan_titles"),
      query("SELECT * FROM plan"),
      query("SELECT helpr(1)"),
      query("SELECT reveel()"),
      query("SELECT 'x'::levl"),
      host.callTool("pg_execute", { sql: "UPDATE tasks SET urgency = 'none' WHERE id = 1" }),
      host.callTool("pg_execute", { sql: "UPDATE tasks SET urgency = $1 WHERE id = $2", params: ["high"] }),
      host.callTool("pg_execute", { sql: "UPDATE tasks SET urgency = 1 WHERE id = 1" }),
      host.callTool("pg_execute", { sql: "DELETE FROM customers WHERE id = 1" }),
      host.callTool("pg_execute", { sql: "INSERT INTO shop.tasks (id, plan) VALUES (1, 99)" }),
    ]);
    for (const { isError, text } of told) {
      expect([isError, text]).toEqual([true, expect.any(String)]);
      expect(text).not.toMatch(/secret|loose|helper|reveal|level|"plans/);
    }
    expect(told[0]?.text).toContain("Did you mean title?");
    expect((await query("SELECT 'x'::order_statu")).text).toContain("Did you mean order_status?");
    expect((await query("SELECT order_totl(1)")).text).toContain("Did you mean order_total?");
  });

  it("tells in a dry run of locks on what is served", async () => {
    const { structured } = await host.callTool("pg_execute", {
      sql: "INSERT INTO shop.tasks (id, plan) VALUES (1, 1)",
      dry_run: true,
    });
    expect(JSON.stringify(structured)).not.toMatch(/secret|plans/);
    expect(structured?.locks).toEqual(expect.arrayContaining([expect.stringMatching(/tasks$/)]));
  });

  it("advises on no table of another schema", async () => {
    const { structured } = await host.callTool("pg_advise_indexes", {
      queries: ["SELECT * FROM secret.plans WHERE customer_id = 1", "SELECT * FROM plan_titles WHERE title = 'x'"],
    });
    expect(structured).toMatchObject({
      recommendations: [],
      not_advised: [{ reason: expect.stringMatching(outside) }, expect.anything()],
    });
  });

  it("serves nothing where it is given a schema that there is not", async () => {
    const own = await serve("--schemas", "shpo");
    const { isError, text } = await own.callTool("pg_query", { sql: "SELECT 1" });
    expect([isError, text]).toEqual([true, expect.stringMatching(/--schemas names shpo.*Did you mean shop\?/)]);
    await own.close();
  });

  describe("of several databases", () => {
    let several: Host;
    const both = (...more: string[]) =>
      serveInProcess([
        ...["--database", `first=${server.url(shop.name, "writer")}`],
        ...["--database", `other=${server.url("many", "reader")}`, "--schemas", "shop,area_1", ...more],
      ]);
    beforeAll(async () => {
      several = await both();
    });
    afterAll(() => several.close());
    const ask = (database: string, sql: string) => several.callTool("pg_query", { sql, database });

    it("serves the same ones in each, and of each no other", async () => {
      expect((await ask("first", "SELECT id FROM customers WHERE id = 1")).isError).toBe(false);
      expect((await ask("other", "SELECT count(*) FROM area_1.device_14")).isError).toBe(false);
      for (const [database, sql] of [
        ["first", "SELECT * FROM secret.plans"],
        ["other", "SELECT * FROM area_2.device_14"],
        ["other", "SELECT relname FROM pg_class"],
      ] as const)
        expect((await ask(database, sql)).text).toMatch(/^refused: .*shop, area_1/);
    });

    it("finds, describes, lists and completes in each what is served there", async () => {
      const found = async (database: string) => {
        const { structured = {} } = await several.callTool("pg_search_objects", { database, kind: "schema" });
        return (structured.objects as { name: string }[]).map(({ name }) => name);
      };
      expect([await found("first"), await found("other")]).toEqual([["shop"], ["area_1"]]);
      const described = await several.callTool("pg_describe", { database: "other", name: "area_2.device_14" });
      expect(described.text).toContain("in the schemas that are served: shop, area_1");
      const listed = (await several.listResources()).map(({ uri }) => uri);
      expect(listed).toContain("postgres://first/shop/customers");
      expect(listed.filter((uri) => !/^postgres:\/\/(first\/shop|other\/area_1)\//.test(uri))).toEqual([]);
      const template = "postgres://{database}/{schema}/{relation}";
      expect(await several.complete(template, "schema", "", { database: "other" })).toEqual(["area_1"]);
      await expect(several.readResource("postgres://other/area_2/device_14")).rejects.toThrow(/no relation/);
    });

    it("is served where one of them lacks a schema, and not where all do", async () => {
      expect((await ask("other", "SELECT 1")).isError).toBe(false);
      const none = await both("--schemas", "area_1,nowhere");
      expect((await none.callTool("pg_query", { sql: "SELECT 1" })).text).toMatch(/--schemas names nowhere/);
      await none.close();
    });
  });
});
