import { afterAll, beforeAll, expect, it } from "vitest";
import { eachServer } from "../../test/stand/each-server.ts";
import { openDatabase } from "../../test/stand/open-database.ts";
import { type OwnShop, ownShop } from "../../test/stand/own-shop.ts";
import type { Database } from "../database/database.ts";

/** Statements in which a name has a dangerous meaning for other types: traps.sql has lower(pair), pair = pair and the like. */
const harmless: readonly string[] = [
  "SELECT lower(name) FROM customers",
  "SELECT lower(c.name) FROM customers AS c",
  "SELECT lower(email) FROM customers",
  "SELECT lower('X'), lower($1)",
  "SELECT lower($1), $2::pair",
  "SELECT lower(upper(name)), length(lower(title)) FROM customers, products",
  "SELECT lower(sold_during) FROM products",
  "SELECT lower(id::text) FROM pairs",
  "SELECT id = 1 FROM pairs",
  "SELECT name FROM customers WHERE name LIKE 'A%' AND id BETWEEN 1 AND 9 AND id IN (1, 2)",
  "SELECT 1 FROM orders o JOIN items i ON i.order_id = o.id JOIN products p ON p.id = i.product_id",
  "SELECT 1 FROM orders WHERE customer_id IN (SELECT id FROM customers)",
  "SELECT 1 FROM customers WHERE 'vip' = ANY (tags)",
  "SELECT (id, customer_id) > (1, 2) FROM orders",
  "SELECT CASE status WHEN 'open' THEN 1 END, NULLIF(id, 1), note IS DISTINCT FROM '' FROM orders",
  "SELECT '12'::int, $1::int, '{\"a\": 1}'::jsonb",
  "SELECT * FROM jsonb_to_recordset('[]') AS t(a int)",
  "SELECT id::int FROM orders",
  "SELECT told(number), number::text FROM whole",
  "SELECT told(w.number) FROM whole w UNION ALL SELECT 1 FROM broken",
  "SELECT told(number) FROM whole WHERE number IN (SELECT fraction FROM broken)",
  "SELECT lower(name) FROM customers WHERE id IN (SELECT customer_id FROM orders UNION SELECT id FROM customers)",
];

/** The same names, where what they are given is not told, or is what the trap is for. */
const dangerous: readonly string[] = [
  "SELECT lower(one) FROM pairs",
  "SELECT lower(name) FROM (SELECT one AS name FROM pairs) AS s",
  "SELECT lower(name) FROM customers, (SELECT one AS name FROM pairs) AS s",
  "SELECT lower(pair) FROM (SELECT '(1,2)'::pair) AS s",
  "SELECT lower(s.one) FROM (SELECT one FROM pairs) AS s",
  "SELECT lower(name) FROM customers, json_populate_record(NULL::pairs, '{}') AS r(id, name, other)",
  "SELECT lower(x.name) FROM customers AS x(a, b, name), pairs AS y",
  "WITH customers(name) AS (SELECT one FROM pairs) SELECT lower(name) FROM customers",
  "WITH customers AS (SELECT one AS name FROM pairs) SELECT lower(customers.name) FROM customers",
  "SELECT lower(pairs.one) FROM pairs",
  "SELECT lower(name) FROM (SELECT (r).* FROM (SELECT NULL::named AS r) AS n) AS s WHERE EXISTS (SELECT name FROM customers)",
  "SELECT lower(c.one) FROM (pairs AS a JOIN pairs AS b USING (one) AS c), customers",
  "SELECT told(number) FROM (SELECT number FROM whole UNION ALL SELECT fraction FROM broken) AS s",
  "SELECT told(number) FROM (SELECT * FROM whole UNION ALL SELECT * FROM broken) AS s",
  "WITH s AS (SELECT number FROM whole EXCEPT SELECT fraction FROM broken) SELECT told(number) FROM s",
  "WITH RECURSIVE s AS (SELECT number FROM whole UNION ALL SELECT number + 0.5 FROM s) SELECT told(number) FROM s",
  "SELECT told(number) FROM (SELECT number::numeric FROM whole) AS s",
  "SELECT told(number) FROM (SELECT CASE WHEN true THEN 0.5 ELSE number END FROM whole) AS s",
  "SELECT told(number) FROM (SELECT (SELECT number::numeric) FROM whole) AS s",
  "SELECT one = $1 FROM pairs",
  "SELECT $1::pair, lower($1)",
  "SELECT lower($1), $1::pair",
  "SELECT $1::pair, $1::integer",
  "SELECT $1 = $2, $1::pair",
  "SELECT $1 = one FROM pairs",
  "SELECT one = '(1,2)' FROM pairs",
  "SELECT '(1,2)' = ANY (SELECT one FROM pairs)",
  "SELECT '(1,2)' = ANY (array_agg(one)) FROM pairs",
  "SELECT (1, one) = (1, other) FROM pairs",
  "SELECT CASE WHEN true THEN one END = other FROM pairs",
];

eachServer("a name with several meanings", (server) => {
  let shop: OwnShop;
  let database: Database;
  const admit = (sql: string) => database.policy.admit(sql, new AbortController().signal);
  beforeAll(async () => {
    shop = await ownShop(server, new URL("../../test/stand/traps.sql", import.meta.url));
    database = await openDatabase(server.url(shop.name));
  });
  afterAll(() => database.end());

  it.for(harmless)("is the harmless one: %s", async (sql) => {
    await expect(admit(sql)).resolves.toBeDefined();
  });

  it.for(dangerous)("may be the dangerous one: %s", async (sql) => {
    await expect(admit(sql)).rejects.toThrow(/VOLATILE/);
  });

  it("is looked for in the order of the path", async () => {
    await expect(admit("SELECT upper(name) FROM customers")).resolves.toBeDefined();
    await shop.run(`ALTER ROLE reader IN DATABASE ${shop.name} SET search_path = elsewhere, pg_catalog, shop`);
    const hidden = await openDatabase(server.url(shop.name));
    const admitted = hidden.policy.admit("SELECT upper(name) FROM customers", new AbortController().signal);
    await expect(admitted).rejects.toThrow(/VOLATILE/);
    await hidden.end();
  });
});
