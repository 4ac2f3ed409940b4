import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Host, runCommand } from "@drawbridge/testkit";
import { afterAll, beforeAll, expect, it } from "vitest";
import { eachServer } from "./stand/each-server.ts";
import { type OwnShop, ownShop } from "./stand/own-shop.ts";
import { serveInProcess } from "./stand/serve-in-process.ts";

const cli = fileURLToPath(new URL("../dist/cli.js", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "drawbridge-tools-"));
afterAll(() => rmSync(folder, { recursive: true }));

function fileOf(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
/** The README's own example. */
const example = fileOf("example.sql", /```sql\n(\/\*---\n[\s\S]*?)```/.exec(readme)?.[1] ?? "");

const statement = (name: string, sql: string, parameters = "") =>
  `/*---\nname: ${name}\ndescription: For a test.\n${parameters}---*/\n${sql};\n`;

const broken = fileOf(
  "broken.sql",
  statement("one_column", "SELECT\n nothing FROM orders") +
    statement("one_sleep", "SELECT pg_sleep(:n)", "parameters:\n  n: { type: integer }\n") +
    statement(
      "one_comparison",
      "SELECT 1 FROM orders WHERE placed_at = :day",
      "parameters:\n  day: { type: boolean }\n",
    ) +
    statement("one_secret", "UPDATE orders SET note = pg_read_file('/etc/passwd') WHERE id = 1") +
    statement("one_place", "SELECT 1", "database: elsewhere\n") +
    statement("one_good", "SELECT 41 + :n AS sum", "parameters:\n  n: { type: integer }\n"),
);

const kinds = fileOf(
  "kinds.sql",
  statement(
    "all_kinds",
    "SELECT :text || ':text' AS text, :list AS list, :object->>'a' AS object, :big AS big, :exact AS exact, :day + 1 AS day, " +
      ":moment AS moment, :id AS id, :flag AS flag, :flag::text AS again, :objects AS objects, 2 = ANY(:list) AS found -- :text",
    "parameters:\n" +
      "  text: { type: text }\n  list: { type: 'integer[]' }\n  object: { type: jsonb }\n  objects: { type: 'jsonb[]', default: [{ b: [1] }] }\n  big: { type: bigint }\n" +
      "  exact: { type: numeric }\n  day: { type: date }\n  moment: { type: timestamptz, required: false }\n" +
      "  id: { type: uuid, required: false }\n  flag: { type: boolean, default: true }\n",
  ),
);

eachServer("a file of statements", (server) => {
  let shop: OwnShop;
  let host: Host;
  const asked: string[] = [];
  beforeAll(async () => {
    shop = await ownShop(server);
    const files = [example, broken, kinds].flatMap((file) => ["--tools-file", file]);
    host = await serveInProcess(
      [server.url(shop.name, "writer"), "--access", "write", "--confirm", "write", ...files],
      async (question) => {
        asked.push(question);
        return { action: "accept", content: { allow: true } };
      },
    );
  });
  afterAll(() => host.close());

  it("is listed after the connector's own tools, described as its front matter says", async () => {
    const tools = await host.listTools();
    const [orders, restock] = tools.slice(tools.findIndex(({ name }) => name === "orders_of_customer"));
    expect(orders).toMatchObject({
      title: "Orders of customer",
      description: expect.stringContaining("The orders of one customer"),
      annotations: { readOnlyHint: true },
      inputSchema: {
        required: ["customer"],
        additionalProperties: false,
        properties: { status: { enum: ["open", "paid", "shipped", "returned", "cancelled"] }, cursor: {} },
      },
    });
    expect(restock).toMatchObject({ name: "restock_product", annotations: { readOnlyHint: false } });
  });

  it("answers as pg_query does, by pages of its limit", async () => {
    const [most] = await shop.run(
      "SELECT customer_id::int AS id, count(*)::int AS n FROM orders GROUP BY 1 ORDER BY 2 DESC LIMIT 1",
    );
    const { text } = await host.callTool("orders_of_customer", { customer: most?.id });
    expect(text).toContain("id | status | placed_at | total");
    const none = await host.callTool("orders_of_customer", { customer: "9999999", status: "paid" });
    expect([none.isError, none.meta.rows]).toEqual([false, 0]);
    const some = await host.callTool("orders_of_customer", { customer: most?.id, status: "shipped" });
    const [{ n } = { n: 0 }] = await shop.run(
      `SELECT least(20, count(*))::int AS n FROM orders WHERE customer_id = ${most?.id} AND status = 'shipped'`,
    );
    expect(some.meta.rows).toBe(n);
  });

  it("takes values of every type, and NULL for what is not given", async () => {
    const { text } = await host.callTool("all_kinds", {
      text: "'; DROP TABLE orders; --",
      list: [1, 2],
      object: { a: "it's" },
      big: "9007199254740993",
      exact: "0.10000000000000000001",
      day: "2026-01-31",
    });
    expect(text).toContain("'; DROP TABLE orders; --:text");
    for (const part of [
      "[1,2]",
      "it's",
      "9007199254740993",
      "0.10000000000000000001",
      "2026-02-01",
      "NULL",
      "true",
      '{"b":[1]}',
    ]) {
      expect(text).toContain(part);
    }
    expect((await shop.run("SELECT count(*)::int AS n FROM orders"))[0]?.n).toBeGreaterThan(0);
  });

  it.each([
    [{ customer: "7; DROP TABLE orders" }, "expected an integer"],
    [{ customer: 7, status: "paid' OR true" }, "status"],
    [{}, "customer: expected an integer"],
    [{ customer: 7, limit: 5 }, "unknown argument"],
    [{ customer: 7, cursor: "made up" }, "cursor"],
  ])("takes nothing else: %j", async (input, problem) => {
    const { isError, text, meta } = await host.callTool("orders_of_customer", input);
    expect([isError, meta.code, text]).toEqual([true, "invalid_input", expect.stringContaining(problem)]);
  });

  it("changes as pg_execute does: with a dry run, and a person asked", async () => {
    const input = { sku: "SKU-00042", amount: 3 };
    const stock = async () =>
      (await shop.run("SELECT stock FROM products WHERE sku = 'SKU-00042'"))[0]?.stock as number;
    const before = await stock();
    const dry = await host.callTool("restock_product", { ...input, dry_run: true });
    expect(dry.structured).toMatchObject({ command: "UPDATE 1", locks: ["RowExclusiveLock on products"] });
    expect([await stock(), asked]).toEqual([before, []]);
    const done = await host.callTool("restock_product", { ...input, dry_run_digest: dry.structured?.digest });
    expect(done.structured).toMatchObject({ command: "UPDATE 1", rows: [[expect.any(String), before + 3]] });
    expect(asked).toEqual([
      expect.stringMatching(/stock \+ \(\$1::integer\)[\s\S]*with params \[3,"SKU-00042"\][\s\S]*dry run/),
    ]);
    const foreign = await host.callTool("restock_product", {
      ...input,
      amount: 4,
      dry_run_digest: dry.structured?.digest,
    });
    expect([foreign.meta.code, await stock()]).toEqual(["refused", before + 3]);
  });

  it("that changes is not there where only reading is granted", async () => {
    const reading = await serveInProcess([server.url(shop.name, "writer"), "--tools-file", example]);
    const names = (await reading.listTools()).map(({ name }) => name);
    expect([names.includes("orders_of_customer"), names.includes("restock_product")]).toEqual([true, false]);
    expect((await reading.callTool("restock_product", { sku: "SKU-00042" })).meta.code).toBe("refused");
    await reading.close();
  });

  it("runs where its front matter says, and in the first database where it does not", async () => {
    const where = "SELECT current_database() AS place";
    const file = fileOf("places.sql", statement("first", where) + statement("other", where, "database: other\n"));
    const databases = [`own=${server.url(shop.name)}`, `other=${server.url("shop")}`];
    const argv = [...databases.flatMap((pair) => ["--database", pair]), "--tools-file", file];
    const both = await serveInProcess(argv);
    expect((await both.callTool("first", {})).text).toContain(shop.name);
    expect((await both.callTool("other", {})).text).toMatch(/^shop$/m);
    await both.close();
  });

  it.each([
    ["one_column", {}, /does not exist/],
    ["one_sleep", { n: 1 }, /pg_sleep/],
    ["one_comparison", { day: true }, /operator does not exist/],
    ["one_place", {}, /no such database/],
  ])("is refused by the database, and the others are served: %s", async (name, input, problem) => {
    const { isError, text } = await host.callTool(name, input);
    expect([isError, text]).toEqual([true, expect.stringMatching(problem)]);
    expect((await host.callTool("one_good", { n: 1 })).text).toContain("42");
  });

  it("that the database refuses is told by --check, with file and line", async () => {
    const argv = [server.url(shop.name, "reader"), "--check", "--tools-file", broken];
    const { stdout, stderr, exitCode } = await runCommand(cli, { argv });
    expect([exitCode, JSON.parse(stdout).ok]).toEqual([1, false]);
    expect(JSON.parse(stdout).problem).toMatch(
      /broken\.sql, line 6: .*column "nothing" does not exist. \(SQLSTATE 42703\)$/,
    );
    const told = stderr.match(/broken\.sql, line \d+: /g) ?? [];
    expect(told.map((line) => line.slice(-4, -2).trim())).toEqual(["6", "13", "20", "25", "31"]);
    expect(stderr).toContain("timestamp with time zone = boolean");
  });
});

it("with a statement that can never be run ends the start with one line and exit code 2", async () => {
  const file = fileOf("wrong.sql", statement("no", "COPY orders TO STDOUT"));
  const argv = ["postgres://reader@127.0.0.1:1/shop", "--tools-file", file];
  const { stderr, exitCode, stdout } = await runCommand(cli, { argv });
  expect([exitCode, stdout]).toEqual([2, ""]);
  expect(stderr).toMatch(
    /^drawbridge-postgres: --tools-file [^\n]*wrong\.sql, line 5: [^\n]*COPY is never run[^\n]*\n$/,
  );
});

it("is in what --list-definitions prints, beside what the lock holds", async () => {
  const { stdout } = await runCommand(cli, { argv: ["--list-definitions", "--tools-file", example] });
  const names = (JSON.parse(stdout) as { tools: { name: string }[] }).tools.map(({ name }) => name);
  expect(names.slice(-2)).toEqual(["orders_of_customer", "restock_product"]);
});
