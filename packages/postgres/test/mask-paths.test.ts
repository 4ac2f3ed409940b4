import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Host } from "@drawbridge/testkit";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { eachServer } from "./stand/each-server.ts";
import { type OwnShop, ownShop } from "./stand/own-shop.ts";
import { serveInProcess } from "./stand/serve-in-process.ts";

const folder = mkdtempSync(join(tmpdir(), "drawbridge-masks-"));
afterAll(() => rmSync(folder, { recursive: true }));
const file = join(folder, "tools.sql");
const statement = (name: string, sql: string, parameters = "") =>
  `/*---\nname: ${name}\ndescription: For a test.\n${parameters}---*/\n${sql};\n`;
writeFileSync(
  file,
  statement("people", "SELECT id, email, name FROM staff ORDER BY id") +
    statement("person_with", "SELECT id FROM staff WHERE email = :mail", "parameters:\n  mail: { type: text }\n") +
    statement("renamed", "UPDATE staff SET name = name WHERE id = 2 RETURNING email, name", "effect: write\n"),
);

const masks = "shop.customers.email,shop.customers.phone=partial,shop.staff.email,shop.staff.salary";
const values = /customer\d+@example\.com|@staff\.example|[789]1234|\+49\d{4}/;

eachServer("masked columns on every other way", (server) => {
  let shop: OwnShop;
  let host: Host;
  const serve = (...more: string[]) =>
    serveInProcess([
      server.url(shop.name, "writer"),
      "--mask",
      masks,
      "--access",
      "full",
      "--confirm",
      "never",
      ...more,
    ]);
  beforeAll(async () => {
    shop = await ownShop(server, new URL("stand/masked.sql", import.meta.url));
    await shop.run(`
      CREATE FUNCTION shop.tell_of() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_notify('mails', row_to_json(NEW)::text); RETURN NEW; END $$;
      CREATE TRIGGER tell_of AFTER UPDATE ON shop.staff FOR EACH ROW EXECUTE FUNCTION shop.tell_of();
      CREATE FUNCTION shop.dynamic() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN EXECUTE 'SELECT ' || NEW.email; RETURN NEW; END $$;
      CREATE TRIGGER dynamic AFTER UPDATE ON shop.customers FOR EACH ROW WHEN (NEW.name = 'dynamic') EXECUTE FUNCTION shop.dynamic()`);
    host = await serve("--tools-file", file, "--listen", "mails", "--pool-size", "1");
  });
  afterAll(() => host.close());

  it("are masked by tools from files, and not compared", async () => {
    const people = await host.callTool("people", {});
    expect(people.meta.masked).toBe("email (hash)");
    expect(people.text).toContain("Ada");
    const changed = await host.callTool("renamed", {});
    expect(changed.structured).toMatchObject({
      masked: ["email (hash)"],
      rows: [[expect.stringMatching(/^hash:/), "Ken"]],
    });
    const dry = await host.callTool("renamed", { dry_run: true });
    expect(dry.structured?.masked).toEqual(expect.arrayContaining(["email (hash)", "salary (hash)"]));
    const found = await host.callTool("person_with", { mail: "ken@staff.example" });
    expect([found.isError, found.text]).toEqual([true, expect.stringContaining("compares it")]);
    expect(JSON.stringify([people, changed, dry])).not.toMatch(values);
  });

  it("are in no payload of a notification, which is told of all the same", async () => {
    const address = `postgres://${shop.name}/channels/mails`;
    await host.readResource(address);
    await host.callTool("pg_execute", { sql: "UPDATE staff SET name = 'Ken' WHERE id = 2" });
    await vi.waitFor(async () => {
      const { notifications } = JSON.parse((await host.readResource(address)).text ?? "");
      expect(notifications.at(-1)).toEqual({
        ...{ sequence: expect.any(Number), time: expect.any(String), pid: expect.any(Number) },
        withheld: "it may hold values of masked columns",
      });
    });
  });

  it("leave alone what pg_execute explains", async () => {
    const sql = "EXPLAIN ANALYZE UPDATE copies SET value = 'x' WHERE id = 1";
    expect((await host.callTool("pg_execute", { sql })).isError).toBe(false);
  });

  it("are not told by bounds of partitions", async () => {
    await shop.run(`CREATE TABLE shop.listed (id int, mail text) PARTITION BY LIST (mail);
      CREATE TABLE shop.listed_one PARTITION OF shop.listed FOR VALUES IN ('customer1@example.com')`);
    const own = await serve("--mask", "shop.listed.mail");
    const told = await Promise.all([
      own.callTool("pg_query", { sql: "SELECT * FROM pg_class WHERE relname = 'listed_one'" }),
      own.callTool("pg_query", {
        sql: "SELECT pg_get_expr(relpartbound, oid) FROM pg_class WHERE relname = 'listed_one'",
      }),
      own.callTool("pg_query", { sql: "SELECT pg_get_partition_constraintdef(16384)" }),
      own.callTool("pg_describe", { name: "listed" }),
      own.readResource(`postgres://${shop.name}/shop/listed`),
    ]);
    expect(JSON.stringify(told)).not.toMatch(values);
    expect(told[0]?.meta.masked).toBe("relpartbound (null)");
    expect([told[1]?.isError, told[2]?.isError]).toEqual([true, true]);
    const plain = await own.callTool("pg_query", {
      sql: "SELECT relname, relkind FROM pg_class WHERE relname = 'listed_one'",
    });
    expect([plain.isError, plain.meta.masked]).toEqual([false, undefined]);
    await own.close();
  });

  it("are in no definition that is read as a resource", async () => {
    const { text } = await host.readResource(`postgres://${shop.name}/shop/staff`);
    expect(text).toContain("email email NOT NULL");
    expect(text).not.toMatch(values);
  });

  it("are in no error, not of what a trigger puts together either; the caller's own mistakes are told", async () => {
    const dynamic = await host.callTool("pg_execute", { sql: "UPDATE customers SET name = 'dynamic' WHERE id = 1" });
    expect([dynamic.isError, dynamic.text]).toEqual([true, expect.stringContaining("kept back")]);
    const sql = "SELECT email FROM customers WHERE id = $1";
    const own = await host.callTool("pg_query", { sql, params: ["none"] });
    expect([own.isError, own.text]).toEqual([true, expect.stringMatching(/"none".*\$1 in params, where bigint/s)]);
    const mistyped = await host.callTool("pg_query", { sql: "SELECT emial FROM customers" });
    expect(mistyped.text).toContain("Did you mean email?");
    expect(JSON.stringify([dynamic, own, mistyped])).not.toMatch(values);
  });

  it("are seen through a view that somebody else makes into another between two calls", async () => {
    const sql = "SELECT v FROM shop.turned";
    await shop.run(
      "CREATE VIEW shop.turned AS SELECT name AS v FROM shop.customers WHERE id = 1; GRANT SELECT ON shop.turned TO writer",
    );
    for (let round = 0; round < 3; round += 1) {
      expect((await host.callTool("pg_query", { sql })).meta.masked).toBeUndefined();
      await shop.run("CREATE OR REPLACE VIEW shop.turned AS SELECT email::text AS v FROM shop.customers WHERE id = 1");
      const { text, meta } = await host.callTool("pg_query", { sql });
      expect([meta.masked, text]).toEqual(["v (hash)", expect.not.stringMatching(values)]);
      await shop.run("CREATE OR REPLACE VIEW shop.turned AS SELECT name AS v FROM shop.customers WHERE id = 1");
    }
  });

  it("are masked through functions that are made to read them between two calls", async () => {
    const make = (body: string) =>
      shop.run(`CREATE OR REPLACE FUNCTION shop.told() RETURNS text LANGUAGE sql STABLE AS $$ ${body} $$`);
    await make("SELECT 'nothing'");
    expect((await host.callTool("pg_query", { sql: "SELECT told()" })).text).toContain("nothing");
    await make("SELECT email::text FROM shop.customers WHERE id = 1");
    expect((await host.callTool("pg_query", { sql: "SELECT told()" })).text).toContain("reads masked columns");
  });

  it("are masked in each of several databases, with the same hashes, where it has the column", async () => {
    const two = [
      `one=${server.url(shop.name, "writer")}`,
      `two=${server.url(shop.name, "writer")}`,
      `plain=${server.url()}`,
    ];
    const several = await serveInProcess([
      ...two.flatMap((one) => ["--database", one]),
      "--mask",
      masks,
      "--access",
      "full",
      "--confirm",
      "never",
    ]);
    const ask = (database: string, sql: string) => several.callTool("pg_query", { database, sql, format: "csv" });
    const sql = "SELECT email FROM customers WHERE id = 1";
    const hashes = await Promise.all(
      ["one", "two", "plain"].map(async (name) => /hash:\w+/.exec((await ask(name, sql)).text)?.[0]),
    );
    expect(new Set(hashes).size).toBe(1);
    expect(hashes[0]).toMatch(/^hash:/);
    // What is changed by one name of a database is seen by the other.
    const change = (text: string) => several.callTool("pg_execute", { database: "two", sql: text });
    await change("CREATE VIEW both AS SELECT name AS v FROM customers WHERE id = 1");
    await ask("one", "SELECT v FROM both");
    await change("CREATE OR REPLACE VIEW both AS SELECT email::text AS v FROM customers WHERE id = 1");
    expect((await ask("one", "SELECT v FROM both")).text).not.toMatch(values);
    await several.close();
  });
});
