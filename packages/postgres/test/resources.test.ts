import type { Host } from "@drawbridge/testkit";
import { afterAll, beforeAll, expect, it } from "vitest";
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
    expect(uris.filter((uri) => uri.startsWith("postgres://many/"))).toHaveLength(200);
  });
});
