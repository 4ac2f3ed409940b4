import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { CatalogState } from "../src/catalog/catalog-state.ts";
import { movedSetting } from "../src/catalog/moved-setting.ts";
import type { Database } from "../src/database/database.ts";
import { eachServer } from "./stand/each-server.ts";
import { openDatabase } from "./stand/open-database.ts";
import { type OwnShop, ownShop } from "./stand/own-shop.ts";

const kept = "SELECT statement FROM pg_prepared_statements ORDER BY 1";

/** Puts another statement in the place of each that is prepared, from within one that says it changes nothing. */
const swap = `
CREATE FUNCTION shop.swap() RETURNS int LANGUAGE plpgsql VOLATILE AS $$ DECLARE one text; BEGIN
  FOR one IN SELECT name FROM pg_prepared_statements LOOP
    EXECUTE format('DEALLOCATE %I', one);
    EXECUTE format('PREPARE %I AS SELECT %L', one, 'swapped');
  END LOOP;
  RETURN 1;
END $$;
CREATE FUNCTION shop.lie() RETURNS int LANGUAGE plpgsql IMMUTABLE AS $$ BEGIN RETURN shop.swap(); END $$;
CREATE VIEW shop.lies AS SELECT shop.lie() AS n;
GRANT SELECT ON shop.lies TO reader`;

eachServer("a connection", (server) => {
  let shop: OwnShop;
  let database: Database;
  let path: string;
  const { signal } = new AbortController();
  const bounds = { rows: 100, bytes: 1_000_000, signal };
  const read = async (sql: string, state?: CatalogState) => {
    const { rows } = await database.read({ text: sql, values: [] }, { ...bounds, ...(state && { state }) });
    return rows.flat();
  };
  /** As a statement that runs nothing of anybody's, at the state of this moment: what other tests commit moves it. */
  const ask = async (sql: string): Promise<unknown[]> => {
    for (let n = 0; ; n += 1) {
      const [found] = await shop.run("SELECT pg_current_snapshot()::text AS snapshot");
      try {
        return await read(sql, { path, snapshot: String(found?.snapshot), isBuiltIn: true });
      } catch (error) {
        if (n === 2000 || !String(error).includes(movedSetting)) throw error;
      }
    }
  };
  /** Until it is kept. Returns all that is kept then. */
  const askOften = async (sql: string) => {
    for (let n = 0; n < 2000; n += 1) {
      await ask(sql);
      const found = await ask(kept);
      if (found.includes(sql)) return found;
    }
    return [];
  };
  beforeAll(async () => {
    shop = await ownShop(server, swap);
  });
  beforeEach(async () => {
    await database?.end();
    database = await openDatabase(server.url(shop.name), { poolSize: 1 });
    path = String(await read("SELECT current_schemas(true)::text"));
  });
  afterAll(() => database.end());

  it("keeps prepared what is asked again, and what stands around it", async () => {
    const sql = "SELECT name FROM customers WHERE id = 1";
    // In one look: a commit of another test, between two, lets go of all that is kept.
    expect(await askOften(sql)).toEqual(expect.arrayContaining(["BEGIN READ ONLY", sql, "ROLLBACK"]));
  });

  it.each([
    ["SELECT name FROM customers WHERE id = 1", true],
    ["SELECT total FROM order_totals WHERE order_id = 1", true],
    ["SELECT lie()", false],
    ["SELECT n FROM lies WHERE n = 1", false],
  ])("is told of %s whether it runs nothing of anybody's: %s", async (sql, isBuiltIn) => {
    const told: (boolean | undefined)[] = [];
    for (let n = 0; n < 2; n += 1)
      await database.policy.whileAdmitted(sql, signal, async (_, state) => told.push(state.isBuiltIn));
    // Just judged, it is not held to the exact state.
    expect(told).toEqual([undefined, isBuiltIn]);
  });

  it("keeps nothing that code of others could put something else in the place of", async () => {
    const settings = "SELECT current_setting('transaction_read_only'), current_setting('statement_timeout')";
    for (let n = 0; n < 3; n += 1) {
      const sql = "SELECT name FROM customers WHERE id = 1";
      expect(await askOften(sql)).toContain(sql);
      expect(await read("SELECT count(*)::int FROM pg_prepared_statements")).toEqual(["0"]);
      expect(await read("SELECT lie()")).toEqual(["1"]);
      for (let again = 0; again < 3; again += 1) expect(await ask(settings)).toEqual(["on", "30s"]);
    }
  });

  it("shows the columns that a table has by now", async () => {
    await shop.run("DROP TABLE IF EXISTS shop.wide; CREATE TABLE shop.wide AS SELECT 1 AS a");
    await shop.run("GRANT SELECT ON shop.wide TO reader");
    expect(await askOften("SELECT * FROM wide")).toContain("SELECT * FROM wide");
    await shop.run("ALTER TABLE shop.wide ADD b int DEFAULT 2");
    expect(await ask("SELECT * FROM wide")).toEqual(["1", "2"]);
  });

  it("does without where the server does not know what was prepared, as behind a pooler", async () => {
    const sql = "SELECT name FROM customers WHERE id = 1";
    expect(await askOften(sql)).toContain(sql);
    await ask("DEALLOCATE ALL");
    expect(await ask(sql)).toEqual([expect.any(String)]);
    expect(await ask(kept)).toEqual([]);
  });
});
