import { type Host, inProcess, openHost } from "@drawbridge/testkit";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { postgres } from "../src/connector.ts";
import { options } from "../src/options.ts";
import { eachServer } from "./stand/each-server.ts";
import { openDatabase } from "./stand/open-database.ts";
import { type OwnShop, ownShop } from "./stand/own-shop.ts";

interface Kept {
  readonly last: number;
  readonly dropped?: number;
  readonly lost_at?: string;
  readonly notifications: readonly {
    readonly sequence: number;
    readonly time: string;
    readonly pid?: number;
    readonly payload?: string;
    readonly missed?: string;
  }[];
}

const soon = { timeout: 5000, interval: 20 };

eachServer("channels that are listened to", (server) => {
  let shop: OwnShop;
  let host: Host;
  beforeAll(async () => {
    shop = await ownShop(server);
    const argv = [server.url(shop.name), "--listen", "jobs", "--listen", "Odd / one"];
    host = await openHost("2026-07-28, SDK 2", inProcess(postgres, { argv }));
  });
  afterAll(() => host.close());

  const address = (channel: string) => `postgres://${shop.name}/channels/${encodeURIComponent(channel)}`;
  const kept = async (channel: string) => JSON.parse((await host.readResource(address(channel))).text ?? "") as Kept;
  const listeners = async () =>
    shop.run(`SELECT pid FROM pg_stat_activity WHERE datname = '${shop.name}' AND query LIKE 'LISTEN%'`);

  it("are not listened to before somebody asks", async () => {
    await host.callTool("pg_query", { sql: "SELECT 1" });
    expect(await listeners()).toEqual([]);
    expect(await kept("jobs")).toMatchObject({ last: 0, notifications: [] });
    expect(await listeners()).toHaveLength(1);
  });

  it("give what is sent, in order, with who sent it", async () => {
    await kept("jobs");
    await shop.run(`SELECT pg_notify('jobs', 'first "one"'); SELECT pg_notify('jobs', '')`);
    await vi.waitFor(async () => expect((await kept("jobs")).last).toBe(2), soon);
    const { notifications } = await kept("jobs");
    expect(notifications).toMatchObject([
      { sequence: 1, pid: expect.any(Number), payload: 'first "one"', time: expect.stringMatching(/^20.*Z$/) },
      { sequence: 2, payload: "" },
    ]);
  });

  it("are refused where no option names them, with the option that would", async () => {
    await expect(host.readResource(address("others"))).rejects.toThrow("--listen others");
    await expect(host.subscribe(address("others"), () => {})).rejects.toThrow();
  });

  it("take names as they are", async () => {
    await kept("Odd / one");
    await shop.run(`SELECT pg_notify('Odd / one', 'here')`);
    await vi.waitFor(async () => expect((await kept("Odd / one")).notifications[0]?.payload).toBe("here"), soon);
    expect((await host.listResources()).map(({ uri }) => uri)).toContain(address("Odd / one"));
    expect(await host.complete("postgres://{database}/channels/{channel}", "channel", "j")).toEqual(["jobs"]);
  });

  it.each(["2025-11-25, SDK 1", "2026-07-28, SDK 2"] as const)(
    "tell a host of %s at once, a storm in few words",
    async (era) => {
      const argv = [server.url(shop.name), "--listen", "jobs"];
      const subscriber = await openHost(era, inProcess(postgres, { argv }));
      let told = 0;
      await subscriber.subscribe(address("jobs"), () => {
        told += 1;
      });
      await shop.run("SELECT pg_notify('jobs', n::text) FROM generate_series(1, 5000) n");
      await vi.waitFor(() => expect(told).toBeGreaterThan(0), soon);
      const read = async () => JSON.parse((await subscriber.readResource(address("jobs"))).text ?? "") as Kept;
      await vi.waitFor(async () => expect((await read()).last).toBe(5000), soon);
      const { notifications, dropped } = await read();
      expect([notifications.length, dropped, notifications.at(-1)?.payload]).toEqual([200, 4800, "5000"]);
      expect(told).toBeLessThan(50);
      await subscriber.close();
    },
  );

  it("are listened to again when the connection was lost, and say what may be missing", async () => {
    let told = 0;
    await host.subscribe(address("Odd / one"), () => {
      told += 1;
    });
    const { last } = await kept("Odd / one");
    await shop.run(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${shop.name}' AND query LIKE 'LISTEN%'`,
    );
    await vi.waitFor(async () => expect((await kept("Odd / one")).last).toBe(last + 1), soon);
    await shop.run("SELECT pg_notify('Odd / one', 'again')");
    await vi.waitFor(async () => expect((await kept("Odd / one")).last).toBe(last + 2), soon);
    expect((await kept("Odd / one")).notifications.slice(-2)).toMatchObject([
      { missed: expect.stringContaining("the connection was lost") },
      { payload: "again" },
    ]);
    await vi.waitFor(() => expect(told).toBeGreaterThan(0), soon);
  });

  it("hold no secret that the server was given", async () => {
    await shop.run(`SELECT pg_notify('jobs', 'postgres://reader:hunter2hunter2@db/x')`);
    await vi.waitFor(async () => expect(JSON.stringify(await kept("jobs"))).toContain("postgres://reader:"), soon);
    expect(JSON.stringify(await kept("jobs"))).not.toContain("hunter2");
  });

  it("are listened to as the role and under the limits of every statement, unable to change anything", async () => {
    const database = await openDatabase(server.url(shop.name), { role: "reader", statementTimeout: 4321 });
    const client = await database.connectAlone();
    const { rows } = await client.query({
      text: "SELECT current_setting('default_transaction_read_only'), current_setting('statement_timeout'), current_setting('role')",
      rowMode: "array",
    });
    expect(rows).toEqual([["on", "4321ms", "reader"]]);
    await client.end();
    await database.end();
  });

  it("are named with their database where there are several, or the server does not start", async () => {
    const database = [`shop=${server.url()}`, `many=${server.url("many")}`];
    const start = async (name: string) => postgres.verify?.(options.parse({ database, listen: [name] }));
    await expect(start("jobs")).rejects.toThrow("names are shop, many");
    await expect(start("shpo:jobs")).rejects.toThrow("names are shop, many");
    await expect(start("many:jobs")).resolves.toBeUndefined();
  });

  it("end with the server", async () => {
    const alone = await openHost(
      "2025-11-25, SDK 2",
      inProcess(postgres, { argv: [server.url(shop.name), "--listen", "alone"] }),
    );
    await alone.readResource(address("alone"));
    const before = (await listeners()).length;
    await alone.close();
    await vi.waitFor(async () => expect(await listeners()).toHaveLength(before - 1), soon);
  });
});
