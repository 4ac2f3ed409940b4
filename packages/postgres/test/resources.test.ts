import { runSql } from "@drawbridge/sandbox";
import type { Host } from "@drawbridge/testkit";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { eachServer } from "./stand/each-server.ts";
import { serveInProcess } from "./stand/serve-in-process.ts";

eachServer("resources", ({ url }) => {
  let host: Host;
  beforeAll(async () => {
    host = await serveInProcess([
      "--database",
      `shop=${url()}`,
      "--database",
      `many=${url("many")}`,
      "--listen",
      "shop:news",
      "--listen",
      "Stock",
    ]);
  });
  afterAll(() => host.close());

  const text = async (uri: string) => (await host.readResource(uri)).text ?? "";
  const template = "postgres://{database}/{schema}/{relation}";

  it("tell how a table is made", async () => {
    const orders = await text("postgres://shop/shop/orders");
    expect(orders).toMatch(/^CREATE TABLE shop\.orders \($/m);
    expect(orders).toMatch(/ {2}CONSTRAINT orders_pkey PRIMARY KEY \(id\)/);
    expect(orders).toMatch(/^CREATE (UNIQUE )?INDEX /m);
  });

  it("tell how a view is made", async () => {
    expect(await text("postgres://shop/shop/order_totals")).toMatch(
      /CREATE (MATERIALIZED )?VIEW shop\.order_totals AS\n/,
    );
  });

  it("name the nearest relation where there is none of that name", async () => {
    await expect(host.readResource("postgres://shop/shop/ordrs")).rejects.toThrow(/shop\.orders/);
    await expect(host.readResource("postgres://shp/shop/orders")).rejects.toThrow(/did you mean shop/);
  });

  it("are completed within what was chosen", async () => {
    expect(await host.complete(template, "database", "")).toEqual(["shop", "many"]);
    expect(await host.complete(template, "schema", "sh")).toEqual(["shop"]);
    expect(await host.complete(template, "relation", "order")).toContain("orders");
  });

  it("are listed for every database, within bounds", async () => {
    const uris = (await host.listResources()).map(({ uri }) => uri);
    expect(uris).toContain("postgres://shop/shop/orders");
    expect(uris).toContain("postgres://shop/channels/news");
    expect(uris.filter((uri) => uri.startsWith("postgres://many/"))).toHaveLength(200);
  });

  describe("of channels", () => {
    it("keep what was sent since they were first read", async () => {
      expect(JSON.parse(await text("postgres://shop/channels/news"))).toEqual({ channel: "news", notifications: [] });
      await runSql(url("shop", "postgres"), "SELECT pg_notify('news', 'first'), pg_notify('other', 'x')");
      await vi.waitFor(async () => {
        const { notifications } = JSON.parse(await text("postgres://shop/channels/news"));
        expect(notifications).toMatchObject([{ sequence: 1, payload: "first" }]);
      });
    });

    it("take a name with capitals, for the first database where none is named", async () => {
      await text("postgres://shop/channels/Stock");
      await runSql(url("shop", "postgres"), `NOTIFY "Stock", 'low'`);
      await vi.waitFor(async () => expect(await text("postgres://shop/channels/Stock")).toContain("low"));
    });

    it("are refused unless the person named them", async () => {
      await expect(host.readResource("postgres://shop/channels/nows")).rejects.toThrow(
        /did you mean news.*--listen nows/,
      );
    });

    it("are listened to again after the connection broke, and say that something may be missing", async () => {
      await text("postgres://shop/channels/news");
      const admin = new pg.Client(url("shop", "postgres"));
      await admin.connect();
      const own =
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query = 'LISTEN \"news\";LISTEN \"Stock\"' AND application_name = 'drawbridge'";
      expect((await admin.query(own)).rowCount).toBe(1);
      await admin.end();
      await vi.waitFor(async () => expect(await text("postgres://shop/channels/news")).toContain("missed"), 5000);
      await runSql(url("shop", "postgres"), "NOTIFY news, 'after'");
      await vi.waitFor(async () => expect(await text("postgres://shop/channels/news")).toContain("after"));
    });
  });
});
