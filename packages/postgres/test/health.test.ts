import { cloneDatabase, runSql } from "@drawbridge/sandbox";
import type { Host } from "@drawbridge/testkit";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { eachServer } from "./stand/each-server.ts";
import { serveInProcess } from "./stand/serve-in-process.ts";

interface Checked {
  readonly status: string;
  readonly findings: readonly { readonly evidence: string; readonly remedy?: string }[];
}

eachServer("the health of a database", (server) => {
  let name: string;
  let host: Host;
  const admin = (database: string) => server.url(database, "postgres");
  const make = (sql: string) => runSql(admin(name), sql);
  beforeAll(async () => {
    name = await cloneDatabase({ url: (database = "postgres") => admin(database) });
    host = await serveInProcess([server.url(name)]);
  });
  afterAll(() => host.close());

  const examine = async (check: string): Promise<Checked> => {
    const { structured = {} } = await host.callTool("pg_health", { checks: [check] });
    const [checked] = structured.checks as [Checked];
    return checked;
  };
  const evidence = async (check: string) =>
    (await examine(check)).findings.map((finding) => finding.evidence).join("\n");

  it("is examined by ten checks, each of which says how it is", async () => {
    const { structured = {} } = await host.callTool("pg_health");
    const statuses = (structured.checks as { check: string; status: string }[]).map(({ status }) => status);
    expect(statuses).toHaveLength(10);
    expect(statuses).not.toContain("unknown");
  });

  it("is examined for a role that may not look into every schema, which is told so of what is there", async () => {
    await make(`CREATE SCHEMA closed; CREATE TABLE closed.things (id smallint GENERATED ALWAYS AS IDENTITY (START 32000) PRIMARY KEY);
      INSERT INTO closed.things DEFAULT VALUES; GRANT SELECT ON closed.things TO alice`);
    const own = await serveInProcess([server.url(name, "alice")]);
    const { structured = {} } = await own.callTool("pg_health");
    expect((structured.checks as Checked[]).filter(({ status }) => status === "unknown")).toEqual([]);
    const described = await own.callTool("pg_describe", { name: "closed.things" });
    expect(described.text).toMatch(/^refused: PostgreSQL says: permission denied for schema closed/);
    await own.close();
    await make("DROP SCHEMA closed CASCADE");
  });

  it("shows an index that is there twice, and which to drop", async () => {
    expect(await evidence("indexes")).not.toContain("same index");
    await make("CREATE INDEX twice ON orders (customer_id)");
    const { status, findings } = await examine("indexes");
    expect(status).toBe("warning");
    expect(findings.find((finding) => finding.evidence.includes("same index"))).toMatchObject({
      evidence: expect.stringMatching(/orders_customer_id and shop.twice|twice and shop.orders_customer_id/),
      remedy: expect.stringContaining("DROP INDEX CONCURRENTLY"),
    });
    await make("DROP INDEX twice");
  });

  it("shows an index that is the beginning of another", async () => {
    await make("CREATE INDEX longer ON orders (customer_id, placed_at)");
    expect(await evidence("indexes")).toContain(
      "shop.orders_customer_id on shop.orders is the beginning of shop.longer",
    );
    await make("DROP INDEX longer");
  });

  it("does not take another order, condition or operator class for the same index", async () => {
    await make(
      "CREATE INDEX other1 ON orders (customer_id DESC); CREATE INDEX other2 ON orders (customer_id) WHERE note IS NOT NULL",
    );
    await make("CREATE INDEX other3 ON products (title); CREATE INDEX other4 ON products (title text_pattern_ops)");
    expect(await evidence("indexes")).not.toMatch(/same index|beginning/);
    await make("DROP INDEX other1, other2, other3, other4");
  });

  it("shows an index that nobody uses, and leaves out one that is used or that guards a constraint", async () => {
    await make(
      "SELECT count(*) FROM orders WHERE customer_id = 5; SET enable_seqscan = off; SELECT count(*) FROM orders WHERE customer_id = 5",
    );
    await make("SELECT pg_stat_force_next_flush()").catch(() => undefined);
    await expect.poll(() => evidence("indexes"), { timeout: 5000 }).not.toContain("orders_customer_id on");
    const told = await evidence("indexes");
    expect(told).toContain("shop.orders_unshipped on shop.orders");
    expect(told).not.toContain("orders_pkey");
  });

  it("shows an index whose concurrent build failed", async () => {
    await make("CREATE TABLE twins (id int); INSERT INTO twins VALUES (1), (1)");
    await make("CREATE UNIQUE INDEX CONCURRENTLY broken ON twins (id)").catch(() => undefined);
    const { status, findings } = await examine("indexes");
    expect([status, findings[0]?.evidence]).toEqual(["critical", "shop.broken on shop.twins is not valid"]);
    await make("DROP TABLE twins");
  });

  it("shows a table and an index that are much larger than what is in them", async () => {
    await make(
      "CREATE TABLE airy AS SELECT n AS id, repeat('x', 100) AS filling FROM generate_series(1, 50000) n; CREATE INDEX airy_id ON airy (id)",
    );
    await make("DELETE FROM airy WHERE id % 10 > 0");
    await make("VACUUM ANALYZE airy");
    expect(await evidence("bloat")).toMatch(/shop\.airy takes \d+ [kM]B, where about \d+ kB would do/);
    expect(await evidence("indexes")).toMatch(/shop\.airy_id on shop\.airy takes/);
    expect(await evidence("bloat")).not.toContain("shop.items");
    await make("DROP TABLE airy");
  });

  it("shows dead rows that nobody cleans up", async () => {
    await make(
      "CREATE TABLE littered (id int) WITH (autovacuum_enabled = off); INSERT INTO littered SELECT generate_series(1, 5000); UPDATE littered SET id = id",
    );
    await expect
      .poll(() => evidence("vacuum"), { timeout: 5000 })
      .toContain("shop.littered has 5000 dead rows beside 5000 live ones");
    await make("VACUUM littered");
    await expect.poll(() => evidence("vacuum"), { timeout: 5000 }).not.toContain("littered");
  });

  it("shows a table that is behind with freezing", async () => {
    await make(
      "CREATE TABLE old (id int) WITH (autovacuum_freeze_max_age = 100000, autovacuum_enabled = off); INSERT INTO old VALUES (1)",
    );
    expect(await evidence("vacuum")).not.toContain("shop.old was last frozen");
    // Each exception block takes a number of a transaction of its own.
    await make(
      "DO $$ BEGIN FOR n IN 1..110000 LOOP BEGIN INSERT INTO old VALUES (n); RAISE EXCEPTION 'x'; EXCEPTION WHEN others THEN NULL; END; END LOOP; END $$",
    );
    expect(await evidence("vacuum")).toContain("shop.old was last frozen");
    await make("DROP TABLE old");
  });

  it("shows a sequence that is nearly exhausted, by its column's type too", async () => {
    await make(
      "CREATE TABLE numbered (id int GENERATED ALWAYS AS IDENTITY); SELECT setval('numbered_id_seq', 2140000000)",
    );
    await make(
      "CREATE TABLE narrow (id smallint DEFAULT 0); CREATE SEQUENCE narrow_ids OWNED BY narrow.id; SELECT setval('narrow_ids', 30000)",
    );
    const { status, findings } = await examine("sequences");
    expect(status).toBe("critical");
    expect(findings.map((finding) => finding.evidence)).toEqual([
      "shop.numbered_id_seq has used 99.7% of its numbers: 2140000000 of 2147483647",
      "shop.narrow_ids has used 91.6% of its numbers: 30000 of 32767",
    ]);
    await make("DROP TABLE numbered, narrow");
    expect((await examine("sequences")).status).toBe("ok");
  });

  it("shows a constraint that was never validated, and a reference without an index", async () => {
    await make("ALTER TABLE products ADD CONSTRAINT some_stock CHECK (stock < 1000000) NOT VALID");
    const told = await evidence("constraints");
    expect(told).toContain("some_stock on shop.products is NOT VALID");
    expect(told).toContain("items_product_id_fkey on shop.items (180000 rows) has no index on its own side");
    await make(
      "ALTER TABLE products VALIDATE CONSTRAINT some_stock; CREATE INDEX items_product_id ON items (product_id)",
    );
    expect((await examine("constraints")).status).toBe("ok");
  });

  it("shows who waits for whom, and who keeps a transaction open", async () => {
    const [holder, waiter] = [new pg.Client(admin(name)), new pg.Client(admin(name))];
    await holder.connect();
    await waiter.connect();
    await holder.query("BEGIN; UPDATE products SET stock = 1 WHERE id = 1");
    const waiting = waiter.query("UPDATE products SET stock = 2 WHERE id = 1");
    await expect
      .poll(() => evidence("locks"))
      .toMatch(/session \d+ waits for session \d+.*UPDATE products SET stock = 2/);
    const { structured } = await host.callTool("pg_activity");
    expect(structured?.blocking).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^\d+ \(idle in transaction\)/),
        expect.stringMatching(/^ {2}\d+ \(active\)/),
      ]),
    );
    await holder.query("ROLLBACK");
    await waiting;
    await Promise.all([holder.end(), waiter.end()]);
    // Other tests wait for one another on this server, too.
    await expect.poll(() => evidence("locks")).not.toContain("UPDATE products SET stock = 2");
  });

  it("shows settings that lose data", async () => {
    const { status, findings } = await examine("settings");
    expect([status, findings.map((finding) => finding.evidence)]).toEqual([
      "critical",
      expect.arrayContaining(["fsync is off"]),
    ]);
  });

  it("shows a replication slot that nobody uses", async () => {
    await make("SELECT pg_create_physical_replication_slot('forgotten', true)");
    const { status, findings } = await examine("replication");
    expect([status, findings[0]?.evidence]).toEqual([
      "warning",
      expect.stringMatching(/^slot forgotten is used by nobody and keeps/),
    ]);
    await make("SELECT pg_drop_replication_slot('forgotten')");
    expect((await examine("replication")).status).toBe("ok");
  });
});
