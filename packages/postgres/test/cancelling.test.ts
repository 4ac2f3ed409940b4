import { runSql } from "@drawbridge/sandbox";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { BatchPlan } from "../src/database/batch.ts";
import type { Database } from "../src/database/database.ts";
import { DatabaseClient } from "../src/database/database-client.ts";
import { runBatch } from "../src/database/run-batch.ts";
import { eachServer } from "./stand/each-server.ts";
import { openDatabase } from "./stand/open-database.ts";
import { serveInProcess } from "./stand/serve-in-process.ts";

/**
 * A statement that only reads, and takes for ever; found again by its mark. The planner must not see how long: while it compiles
 * what looks long (JIT), PostgreSQL hears of nothing.
 */
const endless = (mark: string) => {
  const many = "generate_series(1, 100000 + (random() * 0)::int)";
  return `SELECT count(*) AS ${mark} FROM ${many} AS a, ${many} AS b`;
};

eachServer("a call that is ended early", (server) => {
  let database: Database;
  beforeAll(async () => {
    database = await openDatabase(server.url(), { poolSize: 2 });
  });
  afterAll(() => database.end());

  const running = async (mark: string) => {
    const [found] = await runSql(
      server.url("postgres", "postgres"),
      `SELECT count(*)::int AS n FROM pg_stat_activity WHERE state = 'active' AND query LIKE '%${mark}%' AND pid <> pg_backend_pid()`,
    );
    return found?.n;
  };
  const begins = (mark: string) => expect.poll(() => running(mark), { timeout: 5000 }).toBe(1);
  const isGone = (mark: string) => expect.poll(() => running(mark), { timeout: 1000 }).toBe(0);
  const works = async () => {
    const { rows } = await database.read(
      { text: "SELECT 1" },
      { rows: 1, bytes: 100, signal: new AbortController().signal },
    );
    expect(rows).toEqual([["1"]]);
  };

  it.for(["before", "main", "after"] as const)(
    "is gone from the server at each step of its batch: %s",
    async (step) => {
      const mark = `step_${step}`;
      const client = new DatabaseClient({ connectionString: server.url() });
      await client.connect();
      const slow = { text: endless(mark) };
      const one = { text: "SELECT 1" };
      const plan: BatchPlan = { before: [one], main: one, after: [one], rows: 1, bytes: 1000, mayBeStopped: true };
      const stopping = new AbortController();
      const ended = runBatch(client, { ...plan, [step]: step === "main" ? slow : [slow] }, stopping.signal);
      ended.catch(() => undefined);
      await begins(mark);
      stopping.abort(new Error("stopped"));
      await expect(ended).rejects.toThrow("stopped");
      await isGone(mark);
      await client.end();
    },
  );

  it("is gone whenever it is ended, between two steps too", async () => {
    const before = Array.from({ length: 40 }, () => ({ text: "SELECT 1" }));
    for (let wait = 0; wait < 20; wait += 1) {
      const stopping = new AbortController();
      const bounds = { rows: 1, bytes: 1000, signal: stopping.signal };
      const ended = database.read({ text: endless("at_any_time") }, bounds, before);
      ended.catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, wait));
      stopping.abort(new Error("stopped"));
      await expect(ended).rejects.toThrow("stopped");
    }
    await isGone("at_any_time");
  });

  it("is not sent where it was ended before", async () => {
    const signal = AbortSignal.abort(new Error("stopped"));
    await expect(database.read({ text: endless("never_sent") }, { rows: 1, bytes: 100, signal })).rejects.toThrow(
      "stopped",
    );
    expect(await running("never_sent")).toBe(0);
    await works();
  });

  it("ends at once where it waits for a connection, is never run, and holds up nobody", async () => {
    const alone = await openDatabase(server.url(), { poolSize: 1 });
    const [holding, stopping] = [new AbortController(), new AbortController()];
    const read = (text: string, signal: AbortSignal) => alone.read({ text }, { rows: 1, bytes: 1000, signal });
    await read("SELECT 1", holding.signal);
    const holds = read(endless("holds"), holding.signal);
    holds.catch(() => undefined);
    await begins("holds");
    const waits = read(endless("never_run"), stopping.signal);
    const next = read("SELECT 2", new AbortController().signal);
    stopping.abort(new Error("stopped"));
    await expect(waits).rejects.toThrow("stopped");
    expect(await running("holds")).toBe(1);
    holding.abort(new Error("let go"));
    await expect(holds).rejects.toThrow("let go");
    expect((await next).rows).toEqual([["2"]]);
    expect(await running("never_run")).toBe(0);
    await alone.end();
  });

  it("leaves nothing behind of a change, nor of several statements in one transaction", async () => {
    for (const mark of ["in_change", "in_transaction"]) {
      const stopping = new AbortController();
      const bounds = { rows: 1, bytes: 1000, signal: stopping.signal };
      const ended =
        mark === "in_change"
          ? database.change({ text: endless(mark) }, bounds)
          : database.transact("READ WRITE", stopping.signal, async (transaction) => ({
              outcome: await transaction.ask({ text: endless(mark) }),
              isKept: true,
            }));
      ended.catch(() => undefined);
      await begins(mark);
      stopping.abort(new Error("stopped"));
      await expect(ended).rejects.toThrow("stopped");
      await isGone(mark);
      await works();
    }
  });

  it("leaves its connection to nobody, whom a request that is still on its way would cancel", async () => {
    const alone = await openDatabase(server.url(), { poolSize: 1 });
    const text = "SELECT pg_backend_pid()";
    const stopping = new AbortController();
    let pid: string | null | undefined;
    const ended = alone.transact("READ ONLY", stopping.signal, async (transaction) => {
      pid = (await transaction.ask({ text })).rows[0]?.[0];
      return { outcome: await transaction.ask({ text: endless("not_reused") }), isKept: false };
    });
    ended.catch(() => undefined);
    await begins("not_reused");
    stopping.abort(new Error("stopped"));
    await expect(ended).rejects.toThrow("stopped");
    const { rows } = await alone.read({ text }, { rows: 1, bytes: 100, signal: new AbortController().signal });
    expect(rows).not.toEqual([[pid]]);
    await alone.end();
  });

  it("is gone when the host cancels, at its time limit, and when the server stops", async () => {
    const host = await serveInProcess([server.url(), "--timeout", "1500ms"]);
    const late = host.callTool("pg_query", { sql: endless("by_deadline") });
    expect((await late).text).toMatch(/^timeout/);
    await isGone("by_deadline");
    await host.close();

    const other = await serveInProcess([server.url()]);
    const stopping = new AbortController();
    const cancelled = other.callTool("pg_query", { sql: endless("by_host") }, { signal: stopping.signal });
    cancelled.catch(() => undefined);
    await begins("by_host");
    stopping.abort();
    await isGone("by_host");
    expect((await other.callTool("pg_query", { sql: "SELECT 42" })).text).toContain("42");

    const stopped = other.callTool("pg_query", { sql: endless("by_stop") });
    stopped.catch(() => undefined);
    await begins("by_stop");
    await other.close();
    await isGone("by_stop");
  });
});
