import { runSql } from "@drawbridge/sandbox";
import type { Host } from "@drawbridge/testkit";
import { afterAll, beforeAll, expect, it } from "vitest";
import { reservedWords } from "../src/database/reserved-words.ts";
import { eachServer } from "./stand/each-server.ts";
import { ownShop } from "./stand/own-shop.ts";
import { serveInProcess } from "./stand/serve-in-process.ts";

eachServer("resources", (server) => {
  let host: Host;
  beforeAll(async () => {
    host = await serveInProcess([
      "--database",
      `shop=${server.url()}`,
      "--database",
      `many=${server.url("many")}`,
      "--listen",
      "shop:news",
      "--listen",
      "many:Stock",
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
    expect(await host.complete(template, "schema", "area_1", { database: "many" })).toHaveLength(7);
    const chosen = { database: "many", schema: "area_7" };
    expect(await host.complete(template, "relation", "invoice_", chosen)).toHaveLength(20);
    expect(await host.complete(template, "relation", "", chosen)).toHaveLength(100);
    expect(await host.complete(template, "relation", "", { database: "none" })).toEqual([]);
  });

  it("are listed for every database, within bounds", async () => {
    const uris = (await host.listResources()).map(({ uri }) => uri);
    expect(uris).toContain("postgres://shop/shop/orders");
    expect(uris).toContain("postgres://shop/channels/news");
    expect(uris).toContain("postgres://many/channels/Stock");
    expect(uris.filter((uri) => uri.startsWith("postgres://many/area_"))).toHaveLength(200);
  });

  it("are told by names of any characters, percent-encoded, and listed so", async () => {
    const shop = await ownShop(
      server,
      `CREATE SCHEMA channels; CREATE TABLE channels.orders (id int UNIQUE);
       CREATE SCHEMA "odd / name"; CREATE TABLE "odd / name"."Ta,ble ""x""" ("order" int NOT NULL DEFAULT 7, twice int GENERATED ALWAYS AS ("order" * 2) STORED);
       GRANT USAGE ON SCHEMA channels, "odd / name" TO reader`,
    );
    const alone = await serveInProcess([server.url(shop.name)]);
    const uris = (await alone.listResources()).map(({ uri }) => uri);
    const odd = `postgres://${shop.name}/odd%20%2F%20name/Ta%2Cble%20%22x%22`;
    const hidden = `postgres://${shop.name}/%63hannels/orders`;
    expect(uris).toEqual(expect.arrayContaining([odd, hidden]));
    expect((await alone.readResource(odd)).text).toContain(
      `CREATE TABLE "odd / name"."Ta,ble ""x""" (\n  "order" integer DEFAULT 7 NOT NULL,\n  twice integer GENERATED ALWAYS AS (("order" * 2)) STORED\n);`,
    );
    const unique = (await alone.readResource(hidden)).text;
    expect(unique).toContain("CONSTRAINT orders_id_key UNIQUE (id)");
    expect(unique).not.toContain("INDEX");
    await alone.close();
  });

  it("quote every word that names nothing without", async () => {
    const words = await runSql(
      server.url("shop", "postgres"),
      "SELECT word FROM pg_get_keywords() WHERE catcode IN ('R', 'T')",
    );
    expect(words.map(({ word }) => word).filter((word) => !reservedWords.has(String(word)))).toEqual([]);
  });
});
