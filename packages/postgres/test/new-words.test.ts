import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import type { BatchStep } from "../src/database/batch.ts";
import type { Database } from "../src/database/database.ts";
import { ReadPolicy } from "../src/policy/read-policy.ts";
import { type CountedWay, countRoundTrips } from "./stand/count-round-trips.ts";
import { eachServer } from "./stand/each-server.ts";
import { openDatabase } from "./stand/open-database.ts";
import { type OwnShop, ownShop } from "./stand/own-shop.ts";

const price = (volatility: string, body: string) =>
  `CREATE OR REPLACE FUNCTION shop.price() RETURNS int LANGUAGE sql ${volatility} AS '${body}'`;
const prices = (of: string) => `CREATE OR REPLACE VIEW shop.prices AS SELECT ${of} AS price`;
const joins = "CREATE FUNCTION shop.joined(text, int) RETURNS text LANGUAGE sql VOLATILE AS 'SELECT $1'";
const operator = "CREATE OPERATOR shop.|| (LEFTARG = text, RIGHTARG = int, FUNCTION = shop.joined)";

eachServer("what is known of the names of a statement in new words", (server) => {
  let shop: OwnShop;
  let way: CountedWay;
  let database: Database;
  let policy: ReadPolicy;
  const { signal } = new AbortController();
  const bounds = { rows: 10, bytes: 1_000_000, signal };
  const look = (step: BatchStep) => database.read(step, bounds, [{ text: "SET LOCAL jit = off" }]);
  const ask = (sql: string) =>
    policy.whileAdmitted(sql, signal, async (_, state) => {
      const { rows } = await database.read({ text: sql }, { ...bounds, state });
      return rows;
    });
  beforeAll(async () => {
    shop = await ownShop(server);
    const url = new URL(server.url(shop.name));
    way = await countRoundTrips(Number(url.port));
    url.port = String(way.port);
    database = await openDatabase(url.href, { poolSize: 2 });
  });
  beforeEach(async () => {
    await shop.run(`${price("STABLE", "SELECT 1")}; ${prices("1")}; GRANT SELECT ON shop.prices TO reader`);
    policy = new ReadPolicy(look, new Set());
  });
  afterAll(async () => {
    await database.end();
    await way[Symbol.asyncDispose]();
  });

  it("saves asking the catalog: it is answered in one round trip", async () => {
    await ask("SELECT name FROM customers WHERE id = 1");
    const trips: number[] = [];
    for (let id = 2; id < 10; id += 1) {
      way.roundTrips();
      await ask(`SELECT name FROM customers WHERE id = ${id}`);
      trips.push(way.roundTrips());
    }
    // What other tests commit on the server costs some of them more.
    expect(trips).toContain(1);
  });

  it.each([
    ["a function that is replaced", "price()", price("VOLATILE", "SELECT 2")],
    ["an operator that is added", "'a'::text || 1", `${joins}; ${operator}`],
    ["a view that leads elsewhere", "price FROM prices", `${price("VOLATILE", "SELECT 2")}; ${prices("shop.price()")}`],
  ])("does not outlive %s", async (_, what, change) => {
    await ask(`SELECT ${what}`);
    await shop.run(change);
    await expect(ask(`SELECT DISTINCT ${what}`)).rejects.toThrow(/VOLATILE/);
  });

  it.each([
    ["a function", "price()", price("STABLE", "SELECT 3")],
    ["a view", "price FROM prices", prices("3")],
  ])("lets what %s became pass when that is harmless too", async (_, what, change) => {
    await ask(`SELECT ${what}`);
    await shop.run(change);
    expect(await ask(`SELECT DISTINCT ${what}`)).toEqual([["3"]]);
  });

  it("is not why a statement is refused: a function that is harmless since is called", async () => {
    await shop.run(price("VOLATILE", "SELECT 2"));
    await expect(ask("SELECT price()")).rejects.toThrow(/VOLATILE/);
    await shop.run(price("STABLE", "SELECT 3"));
    expect(await ask("SELECT DISTINCT price()")).toEqual([["3"]]);
  });

  it("is not relied on for a change, nor for what is explained", async () => {
    await ask("SELECT price()");
    await shop.run(price("VOLATILE", "SELECT 2"));
    await expect(policy.admit("SELECT DISTINCT price()", signal)).rejects.toThrow(/VOLATILE/);
  });

  it("lasts a second on a replica, where nothing tells what was committed", async () => {
    vi.useFakeTimers({ toFake: ["performance"] });
    let looks = 0;
    policy = new ReadPolicy(async (step) => {
      looks += 1;
      const result = await look(step);
      const [facts = null] = result.rows[0] ?? [];
      return { ...result, rows: [[facts?.replace(/"snapshot" : "[^"]*"/, `"snapshot" : null`) ?? null]] };
    }, new Set());
    const admitted = (sql: string) => policy.whileAdmitted(sql, signal, async (_, { snapshot }) => snapshot);
    for (const sql of ["SELECT price()", "SELECT price()", "SELECT DISTINCT price()"])
      expect(await admitted(sql)).toBeNull();
    expect(looks).toBe(1);
    vi.advanceTimersByTime(1001);
    for (const sql of ["SELECT price()", "SELECT DISTINCT price()"]) await admitted(sql);
    expect(looks).toBe(2);
    vi.useRealTimers();
  });

  it("does not pass to a session of another search_path", async () => {
    const nearer = price("VOLATILE", "SELECT 2").replace("shop.price", "nearer.price");
    await shop.run(`CREATE SCHEMA nearer; GRANT USAGE ON SCHEMA nearer TO reader; ${nearer}`);
    await ask("SELECT price()");
    // Settings of a role are read when a session begins: while the one that there is is held, the statement gets a new one.
    await shop.run(`ALTER ROLE reader IN DATABASE ${shop.name} SET search_path = nearer, shop`);
    const meanwhile = () => ask("SELECT DISTINCT price()").then(String, (error: Error) => error.message);
    const outcome = await database.transact("READ ONLY", signal, async () => ({
      outcome: await meanwhile(),
      isKept: false,
    }));
    await shop.run(`ALTER ROLE reader IN DATABASE ${shop.name} RESET search_path`);
    expect(outcome).toMatch(/VOLATILE/);
  });
});
