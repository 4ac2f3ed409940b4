import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { Database } from "../src/database/database.ts";
import { eachServer } from "./stand/each-server.ts";
import { openDatabase } from "./stand/open-database.ts";
import { type OwnShop, ownShop } from "./stand/own-shop.ts";

const harmless = "CREATE OR REPLACE FUNCTION shop.price() RETURNS int LANGUAGE sql STABLE AS 'SELECT 1'";
const dangerous = "CREATE OR REPLACE FUNCTION shop.price() RETURNS int LANGUAGE sql VOLATILE AS 'SELECT 2'";

eachServer("a verdict that was kept", (server) => {
  let shop: OwnShop;
  let database: Database;
  const { signal } = new AbortController();
  const ask = (sql: string) =>
    database.policy.whileAdmitted(sql, signal, async (_, state) => {
      const { rows } = await database.read({ text: sql }, { rows: 10, bytes: 10_000, signal, state });
      return rows;
    });
  beforeAll(async () => {
    shop = await ownShop(server);
  });
  beforeEach(async () => {
    await shop.run(`${harmless}; DROP SCHEMA IF EXISTS nearer CASCADE; DROP FUNCTION IF EXISTS shop.price(int)`);
    await database?.end();
    database = await openDatabase(server.url(shop.name), { poolSize: 2 });
  });
  afterAll(() => database.end());

  it("does not outlive a function whose body is replaced", async () => {
    expect(await ask("SELECT price()")).toEqual([["1"]]);
    await shop.run(dangerous);
    await expect(ask("SELECT price()")).rejects.toThrow(/price\(\) is marked VOLATILE/);
  });

  it("is no longer a refusal once the function is harmless", async () => {
    await shop.run(dangerous);
    await expect(ask("SELECT price()")).rejects.toThrow(/VOLATILE/);
    await shop.run(harmless);
    expect(await ask("SELECT price()")).toEqual([["1"]]);
  });

  it("does not outlive what makes the name another function's", async () => {
    expect(await ask("SELECT price()")).toEqual([["1"]]);
    await shop.run(
      "CREATE FUNCTION shop.price(int DEFAULT 1) RETURNS int LANGUAGE sql VOLATILE AS 'SELECT 2'; DROP FUNCTION shop.price()",
    );
    await expect(ask("SELECT price()")).rejects.toThrow(/VOLATILE/);
  });

  it("does not outlive a view that leads elsewhere", async () => {
    await shop.run("CREATE OR REPLACE VIEW shop.prices AS SELECT 1 AS price; GRANT SELECT ON shop.prices TO reader");
    expect(await ask("SELECT * FROM prices")).toEqual([["1"]]);
    await shop.run(`${dangerous}; CREATE OR REPLACE VIEW shop.prices AS SELECT shop.price() AS price`);
    await expect(ask("SELECT * FROM prices")).rejects.toThrow(/VOLATILE/);
  });

  it("holds for sessions of the same search_path alone", async () => {
    await shop.run(
      `CREATE SCHEMA nearer; GRANT USAGE ON SCHEMA nearer TO reader; ${dangerous.replace("shop.price", "nearer.price")}`,
    );
    expect(await ask("SELECT price()")).toEqual([["1"]]);
    // Settings of a role are read when a session begins: one connection has the new path, the other the old one.
    await shop.run(`ALTER ROLE reader IN DATABASE ${shop.name} SET search_path = nearer, shop`);
    const outcomes = await Promise.allSettled([ask("SELECT price()"), ask("SELECT price()"), ask("SELECT price()")]);
    await shop.run(`ALTER ROLE reader IN DATABASE ${shop.name} RESET search_path`);
    for (const outcome of outcomes) {
      if (outcome.status === "fulfilled") expect(outcome.value).toEqual([["1"]]);
      else expect(outcome.reason.message).toMatch(/VOLATILE|different schemas/);
    }
  });

  it("is made anew, and the statement run, where others commit between any two calls", async () => {
    for (let n = 0; n < 5; n += 1) {
      expect(await ask("SELECT count(*) FROM staff_notes WHERE id < 0")).toEqual([["0"]]);
      await shop.run("UPDATE products SET stock = stock WHERE id = 1");
    }
  });

  it("is kept as long as nothing is committed", async () => {
    const snapshots: (string | null)[] = [];
    const sql = "SELECT name FROM customers WHERE id = 1";
    for (let n = 0; n < 3; n += 1) {
      await database.policy.whileAdmitted(sql, signal, async (_, { snapshot }) => snapshots.push(snapshot));
    }
    // Just judged, it is not compared with what was committed since.
    expect(snapshots).toEqual([null, expect.stringMatching(/^\d+:\d+:/), snapshots[1]]);
  });
});
