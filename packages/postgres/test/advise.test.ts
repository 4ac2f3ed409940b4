import type { Host } from "@drawbridge/testkit";
import { afterAll, beforeAll, expect, it } from "vitest";
import { eachServer } from "./stand/each-server.ts";
import { serveInProcess } from "./stand/serve-in-process.ts";

/** Slow statements of the shop, each with the index that a person would make for it. */
const slow: readonly (readonly [sql: string, index: RegExp])[] = [
  ["SELECT * FROM items WHERE product_id = 42", /"items" \(product_id\)/],
  [
    "SELECT * FROM orders WHERE status = 'open' AND placed_at > '2025-11-01' AND placed_at < '2025-12-01'",
    /"orders" \((?:status, )?placed_at\)/,
  ],
  ["SELECT * FROM customers WHERE lower(email) = 'customer7@example.com'", /"customers" \(\(?lower\(/],
  ["SELECT * FROM orders ORDER BY placed_at DESC LIMIT 10", /"orders" \(placed_at\)/],
  [
    "SELECT * FROM events_2024 WHERE customer_id = 17 ORDER BY happened_at DESC LIMIT 20",
    /"events_2024" \(customer_id/,
  ],
  [
    "SELECT c.name, sum(i.price) FROM products p JOIN items i ON i.product_id = p.id JOIN orders o ON o.id = i.order_id " +
      "JOIN customers c ON c.id = o.customer_id WHERE p.sku = 'SKU-00042' GROUP BY c.name",
    /"items" \(product_id\)/,
  ],
  ["SELECT count(*) FROM customers WHERE phone = '+491234567890'", /"customers" \(phone\)/],
  [
    "SELECT * FROM products WHERE category = 'audio' AND price BETWEEN 100 AND 101",
    /"products" \((?:category, )?price\)/,
  ],
  ["UPDATE orders SET note = 'late' WHERE note = 'Please ring three times'", /"orders" \(note\)/],
  ["SELECT * FROM customer_contacts WHERE name LIKE 'Edsger Silva the%'", /"customers" \(name text_pattern_ops\)/],
  ['SELECT * FROM events_2024 WHERE details @> \'{"page": "/products/7"}\'', /"events_2024" USING gin \(details\)/],
  ["SELECT * FROM customers WHERE tags && ARRAY['gone']", /"customers" USING gin \(tags\)/],
];

/** Statements that no further index would serve. */
const served = [
  "SELECT * FROM orders WHERE id = 5",
  "SELECT * FROM orders WHERE customer_id = 5",
  "SELECT count(*) FROM items",
  "SELECT * FROM items WHERE order_id = 5 AND line = 2",
  "SELECT * FROM products WHERE attributes @> '{\"weight\": 1}'",
  "SELECT * FROM staff_notes WHERE customer_id = 3",
];

interface Advice {
  readonly costed_with_hypopg: boolean;
  readonly recommendations: readonly { create: string; gain_percent?: number; size_mb?: number; serves: string[] }[];
  readonly not_advised: readonly { query: string; reason: string }[];
  readonly notes: readonly string[];
}

eachServer("advice on indexes", (server) => {
  let host: Host;
  beforeAll(async () => {
    host = await serveInProcess([server.url("shop", "writer")]);
  });
  afterAll(() => host.close());

  const advise = async (input: Record<string, unknown>) =>
    (await host.callTool("pg_advise_indexes", input)).structured as unknown as Advice;

  it.each(slow)("finds the index that a person would make for %s", async (sql, index) => {
    const { recommendations, costed_with_hypopg: isCosted } = await advise({ queries: [sql] });
    expect(recommendations.map(({ create }) => create)).toEqual([expect.stringMatching(index)]);
    expect(recommendations[0]?.create).toMatch(/^CREATE INDEX CONCURRENTLY ON "shop"\./);
    // It proves it, or says that it could not.
    const isProven = (recommendations[0]?.gain_percent ?? 0) >= 10;
    expect(isProven).toBe(isCosted && !index.source.includes("gin"));
  });

  it.each(served)("advises none where one is there or none would help: %s", async (sql) => {
    const { recommendations, not_advised: left } = await advise({ queries: [sql] });
    expect([recommendations, left.map(({ query }) => query)]).toEqual([[], [sql]]);
  });

  it("joins what serves several statements, and leaves out the beginning of another", async () => {
    const { recommendations } = await advise({
      queries: [
        "SELECT * FROM items WHERE product_id = 1",
        "SELECT * FROM items WHERE product_id = 2",
        "SELECT * FROM items WHERE product_id = 3 ORDER BY quantity LIMIT 5",
      ],
    });
    const created = recommendations.map(({ create }) => create);
    expect(new Set(created).size).toBe(created.length);
    expect(created.filter((create) => create.includes("(product_id)")).length).toBeLessThanOrEqual(1);
    expect(recommendations.flatMap(({ serves }) => serves).length).toBeGreaterThanOrEqual(2);
  });

  it("says of a statement that has no plan why, and goes on", async () => {
    const { recommendations, not_advised: left } = await advise({
      queries: ["SELECT * FROM nothing", "DROP TABLE items", "SELECT * FROM items WHERE product_id = $1"],
    });
    expect(left.map(({ query }) => query)).toEqual(["SELECT * FROM nothing", "DROP TABLE items"]);
    expect(recommendations[0]?.create).toContain("(product_id)");
  });

  it("keeps to the size that is allowed, and says what did not fit", async () => {
    const {
      recommendations,
      notes,
      costed_with_hypopg: isCosted,
    } = await advise({
      queries: ["SELECT * FROM items WHERE product_id = 42"],
      max_size_mb: 0.1,
    });
    if (isCosted) expect([recommendations, notes]).toEqual([[], ["1 more did not fit into max_size_mb."]]);
    else expect(notes[0]).toContain("hypopg is not installed");
  });

  it("looks at the workload where no statement is given", async () => {
    await Promise.all(
      Array.from({ length: 20 }, () =>
        host.callTool("pg_query", { sql: "SELECT sum(quantity) FROM items WHERE product_id = 77" }),
      ),
    );
    const { recommendations } = await advise({});
    expect(recommendations.map(({ create }) => create)).toContainEqual(expect.stringMatching(/"items" \(product_id\)/));
  });

  it("leaves no hypothetical index behind", async () => {
    await advise({ queries: ["SELECT * FROM items WHERE product_id = 42"] });
    const { text } = await host.callTool("pg_explain", { sql: "SELECT * FROM items WHERE product_id = 42" });
    expect(text).toContain("Seq Scan on items");
  });
});
