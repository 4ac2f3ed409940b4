import type { Host } from "@drawbridge/testkit";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { eachServer } from "./stand/each-server.ts";
import { ownShop } from "./stand/own-shop.ts";
import { serveInProcess } from "./stand/serve-in-process.ts";
import { urlOn } from "./stand/url-on.ts";

interface Found {
  readonly kind: string;
  readonly schema: string;
  readonly name: string;
  readonly table?: string;
  readonly summary?: string;
  readonly definition?: string;
}

eachServer("what is in a database", (server) => {
  let host: Host;
  beforeAll(async () => {
    host = await serveInProcess([server.url()]);
  });
  afterAll(() => host.close());

  const search = async (input: Record<string, unknown>) => {
    const { structured = {} } = await host.callTool("pg_search_objects", input);
    return structured.objects as readonly Found[];
  };
  const described = async (name: string) => (await host.callTool("pg_describe", { name })).structured ?? {};

  it("is its tables and views, without those of the system, where nothing is asked for", async () => {
    const found = await search({});
    expect(found.find(({ name }) => name === "orders")).toMatchObject({
      ...{ kind: "table", schema: "shop" },
      summary: expect.stringMatching(/^6 columns, about 60000 rows, \d+ kB$/),
    });
    expect(found.map(({ schema }) => schema)).not.toContain("pg_catalog");
  });

  it("is found by a part of its name, the very name first", async () => {
    const found = await search({ pattern: "ORDERS" });
    expect(found[0]).toMatchObject({ kind: "table", name: "orders" });
    expect(found.every(({ name }) => name.toLowerCase().includes("orders"))).toBe(true);
  });

  it("is found by LIKE, by its schema, and by its kind", async () => {
    const columns = await search({ kind: "column", pattern: "customer%", detail: "names" });
    expect(columns.map(({ table }) => table)).toContain("staff_notes");
    expect(await search({ pattern: "shop.order_totals" })).toContainEqual(expect.objectContaining({ kind: "view" }));
    expect((await search({ kind: "policy", detail: "full" }))[0]).toMatchObject({
      name: "own_notes",
      table: "staff_notes",
    });
    expect((await search({ kind: "type" })).find(({ name }) => name === "order_status")?.summary).toBe(
      "enum: open, paid, shipped, returned, cancelled",
    );
    expect((await search({ kind: "extension", pattern: "pg_stat" }))[0]?.name).toBe("pg_stat_statements");
  });

  it("is shown with its definition where that is asked for", async () => {
    const [found] = await search({ kind: "function", pattern: "with_tax", detail: "full" });
    expect(found?.definition).toContain("CREATE OR REPLACE FUNCTION shop.with_tax");
  });

  it("is the system's own too where its schema is named", async () => {
    expect(await search({ pattern: "pg_stat_activity", schema: "pg_catalog", kind: "view" })).toHaveLength(1);
  });

  it("takes what is asked as a name, whatever stands in it", async () => {
    expect(await search({ pattern: "'; DROP TABLE items; --" })).toEqual([]);
    expect((await host.callTool("pg_describe", { name: "items'; --" })).meta.code).toBe("not_found");
  });

  it("is described with columns, keys both ways, indexes and estimates", async () => {
    expect(await described("orders")).toMatchObject({
      ...{ schema: "shop", name: "orders", kind: "table", estimated_rows: 60000 },
      columns: expect.arrayContaining([
        expect.objectContaining({ name: "status", type: "order_status", values: expect.arrayContaining(["shipped"]) }),
      ]),
      constraints: expect.arrayContaining([{ name: "orders_pkey", definition: "PRIMARY KEY (id)" }]),
      referenced_by: [expect.objectContaining({ table: "items" })],
      indexes: expect.arrayContaining([
        expect.objectContaining({ definition: expect.stringContaining("orders_customer_id") }),
      ]),
    });
  });

  it("is described as a view, a partitioned table, an index, and with its policies", async () => {
    expect((await described("shop.order_totals")).definition).toContain("sum(");
    expect(await described("events")).toMatchObject({
      partition_key: "RANGE (happened_at)",
      partitions: expect.any(Array),
    });
    expect((await described("orders_pkey")).definition).toContain("CREATE UNIQUE INDEX");
    expect(await described("staff_notes")).toMatchObject({
      row_level_security: "on",
      policies: [expect.stringContaining("own_notes")],
    });
  });

  it("is described as far as fits where it has as many columns as a table can have", async () => {
    const columns = Array.from(
      { length: 1600 },
      (_, n) => `a_column_with_a_long_name_${n} text NOT NULL DEFAULT 'nothing'`,
    );
    const own = await ownShop(server, `CREATE TABLE shop.wide (${columns}); GRANT SELECT ON shop.wide TO reader`);
    const wide = await serveInProcess([server.url(own.name)]);
    const { isError, structured = {} } = await wide.callTool("pg_describe", { name: "wide" });
    await wide.close();
    expect(isError).toBe(false);
    const { length } = structured.columns as unknown[];
    expect(length).toBeGreaterThan(500);
    expect(structured.left_out).toContain("information_schema.columns");
    expect(structured.left_out).toContain(`columns: told are the first ${length} of 1600 items`);
  });

  it("is told by the nearest name where there is none of that one", async () => {
    const { isError, text } = await host.callTool("pg_describe", { name: "ordres" });
    expect([isError, text]).toEqual([true, expect.stringContaining("Did you mean shop.orders?")]);
  });

  it("is told of by the nearest name in a query, too, beside SQLSTATE and place", async () => {
    const { isError, text } = await host.callTool("pg_query", { sql: "SELECT *\nFROM shop.custmers" });
    expect([isError, text]).toEqual([
      true,
      expect.stringContaining("(SQLSTATE 42P01, line 2, column 6) Did you mean shop.customers?"),
    ]);
    const column = await host.callTool("pg_query", { sql: "SELECT emial FROM customers" });
    expect(column.text).toContain('Perhaps you meant to reference the column "customers.email"');
  });

  it("has its plans explained, with what is conspicuous about them", async () => {
    const { text, meta } = await host.callTool("pg_explain", {
      sql: "SELECT * FROM items WHERE product_id = $1",
      params: [7],
      analyze: true,
    });
    expect(text).toMatch(/Seq Scan on items .*\d+ rows expected; 94 rows/);
    expect(text).toMatch(/Sequential scan of items reads about 18\d{4} rows to keep 94/);
    expect(meta.findings).toBe(1);
  });

  it("has a plan for any values where none are given", async () => {
    const { text } = await host.callTool("pg_explain", { sql: "SELECT * FROM items WHERE product_id = $1" });
    expect(text).toContain("filter: (product_id = $1)");
  });

  it.each([
    ["EXPLAIN in front", "EXPLAIN SELECT 1", /leave EXPLAIN and its options out/],
    ["a function that waits", "SELECT pg_sleep(5)", /only waits/],
    ["what has no plan", "TRUNCATE items", /has no plan/],
  ])("refuses to explain %s", async (_, sql, reason) => {
    const { isError, text } = await host.callTool("pg_explain", { sql, analyze: false });
    expect([isError, text]).toEqual([true, expect.stringMatching(reason)]);
  });

  it("runs no change to explain it without the grant of that change", async () => {
    const refused = await host.callTool("pg_explain", {
      sql: "UPDATE products SET stock = 0 WHERE id = 1",
      analyze: true,
    });
    expect(refused.meta.code).toBe("refused");
  });
});

describe("a database of 1,500 tables", () => {
  it("is listed by pages, each table once", async () => {
    const host = await serveInProcess([urlOn(inject("servers")[0]?.port ?? 0, "many", "reader")]);
    const names = new Set<string>();
    let cursor: string | undefined;
    do {
      const { structured = {} } = await host.callTool("pg_search_objects", {
        ...{ kind: "table", detail: "names", limit: 400 },
        ...(cursor === undefined ? {} : { cursor }),
      });
      for (const { schema, name } of structured.objects as Found[]) names.add(`${schema}.${name}`);
      cursor = structured.nextCursor as string | undefined;
    } while (cursor !== undefined);
    expect(names.size).toBe(1500);
    await host.close();
  });
});
