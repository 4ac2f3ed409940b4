import { runSql } from "@drawbridge/sandbox";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Database } from "../src/database/database.ts";
import { eachServer } from "./stand/each-server.ts";
import { openDatabase } from "./stand/open-database.ts";
import { ownShop } from "./stand/own-shop.ts";

eachServer("a statement that reads", (server) => {
  let database: Database;
  beforeAll(async () => {
    database = await openDatabase(server.url());
  });
  afterAll(() => database.end());

  const read = (
    text: string,
    { rows = 101, bytes = 65_536, values = [] as string[], signal = new AbortController().signal } = {},
  ) => database.read({ text, values }, { rows, bytes, signal });

  const runningLike = async (text: string) => {
    const found = await runSql(
      server.url("postgres", "postgres"),
      `SELECT count(*)::int AS n FROM pg_stat_activity WHERE state = 'active' AND query LIKE '%${text}%' AND pid <> pg_backend_pid()`,
    );
    return found[0]?.n;
  };

  it("answers rows and columns as PostgreSQL's text", async () => {
    const { fields, rows, isSuspended, command } = await read(
      "SELECT id, name, tags FROM customers WHERE id < $1 ORDER BY id",
      {
        values: ["3"],
      },
    );
    expect(fields.map(({ name }) => name)).toEqual(["id", "name", "tags"]);
    expect(rows).toEqual([
      ["1", "Frances Silva", "{newsletter}"],
      ["2", "Frances Nguyễn", "{newsletter}"],
    ]);
    expect({ isSuspended, command }).toEqual({ isSuspended: false, command: "SELECT 2" });
  });

  it("stops at the rows that are wanted, and says that there are more", async () => {
    const { rows, isSuspended } = await read("SELECT * FROM items", { rows: 5 });
    expect([rows.length, isSuspended]).toEqual([5, true]);
  });

  it("is one round trip: begin, settings, statement and rollback go out together", async () => {
    const { rows } = await read(
      "SELECT current_setting('transaction_read_only'), current_setting('statement_timeout')",
    );
    expect(rows).toEqual([["on", "30s"]]);
  });

  it("cannot write, whatever the parser took it for", async () => {
    await expect(read("UPDATE products SET stock = 0")).rejects.toMatchObject({ code: "25006" });
  });

  it("leaves its connection usable after an error at any step", async () => {
    for (const wrong of ["SELEC", "SELECT 1/0", "SELECT nothing", "SELECT $1::int"]) {
      await expect(read(wrong, { values: wrong.includes("$1") ? ["x"] : [] })).rejects.toThrow();
      expect((await read("SELECT 1")).rows).toEqual([["1"]]);
    }
  });

  it("keeps no lock that a function took behind its back", async () => {
    await read("SELECT pg_advisory_lock(7)");
    expect((await read("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'")).rows).toEqual([["0"]]);
  });

  it("is gone from the server within a second when its call is cancelled", async () => {
    const stopping = new AbortController();
    const reading = read("SELECT pg_sleep(30), 'to be cancelled'", { signal: stopping.signal });
    await expect.poll(() => runningLike("to be cancelled")).toBe(1);
    stopping.abort(new Error("The host cancelled"));
    await expect(reading).rejects.toThrow("The host cancelled");
    await expect.poll(() => runningLike("to be cancelled"), { timeout: 1000 }).toBe(0);
    expect((await read("SELECT 1")).rows).toEqual([["1"]]);
  });

  it("is ended by the server at its time limit", async () => {
    const hasty = await openDatabase(server.url(), { statementTimeout: 100 });
    const { signal } = new AbortController();
    const slow = hasty.read({ text: "SELECT pg_sleep(10)" }, { rows: 1, bytes: 1000, signal });
    await expect(slow).rejects.toMatchObject({ code: "57014" });
    await hasty.end();
  });

  it("takes no more rows than fit, and has the server stop where far more would come", async () => {
    const few = await read("SELECT repeat('x', 1000) FROM generate_series(1, 100)", { bytes: 10_500 });
    expect([few.rows.length, few.isFull]).toEqual([10, true]);
    const flood = await read("SELECT repeat('x', 1000000) FROM generate_series(1, 100000)", { rows: 100_000 });
    expect([flood.rows.length, flood.isFull]).toEqual([1, true]);
    expect((await read("SELECT 1")).rows).toEqual([["1"]]);
  });

  it("does not take a row of 100 MB into the process", async () => {
    const before = process.memoryUsage().rss;
    await expect(read("SELECT repeat('x', 100000000)")).rejects.toMatchObject({ code: "DRAWBRIDGE_MESSAGE_TOO_LONG" });
    expect(process.memoryUsage().rss - before).toBeLessThan(60_000_000);
    expect((await read("SELECT 1")).rows).toEqual([["1"]]);
  });

  it("waits for a connection when all are in use", async () => {
    const all = await Promise.all(
      Array.from({ length: 50 }, (_, n) => read("SELECT $1::int", { values: [String(n)] })),
    );
    expect(all.map(({ rows }) => rows[0]?.[0])).toEqual(Array.from({ length: 50 }, (_, n) => String(n)));
  });

  it("does not wait for a connection longer than its call", async () => {
    const busy = new AbortController();
    const sleeping = Array.from({ length: 4 }, () =>
      read("SELECT pg_sleep(30)", { signal: busy.signal }).catch(() => "stopped"),
    );
    await expect(read("SELECT 1", { signal: AbortSignal.timeout(100) })).rejects.toThrow();
    busy.abort();
    expect(await Promise.all(sleeping)).toEqual(Array(4).fill("stopped"));
    expect((await read("SELECT 1")).rows).toEqual([["1"]]);
  });

  it("works again once connections that were cut are made anew", async () => {
    // In a database of its own: others read in theirs meanwhile.
    const { name, run } = await ownShop(server);
    const own = await openDatabase(server.url(name));
    const ask = () => own.read({ text: "SELECT 1" }, { rows: 1, bytes: 100, signal: new AbortController().signal });
    await ask();
    await run(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}' AND usename = 'reader'`,
    );
    await expect.poll(async () => (await ask().catch(() => undefined))?.rows).toEqual([["1"]]);
    await own.end();
  });
});
