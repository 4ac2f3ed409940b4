import type { Host } from "@drawbridge/testkit";
import { afterAll, beforeAll, expect, it } from "vitest";
import { eachServer } from "./stand/each-server.ts";
import { ownShop } from "./stand/own-shop.ts";
import { serveInProcess } from "./stand/serve-in-process.ts";

eachServer("the queries that cost most", (server) => {
  let host: Host;
  beforeAll(async () => {
    host = await serveInProcess([server.url((await ownShop(server)).name)]);
  });
  afterAll(() => host.close());

  it("are those that were asked, without what this server asks the catalog for itself", async () => {
    await host.callTool("pg_query", { sql: "SELECT count(*) AS asked_by_somebody FROM products" });
    await host.callTool("pg_describe", { name: "orders" });
    await host.callTool("pg_describe", { name: "ordrs" });
    await host.callTool("pg_search_objects", { pattern: "order" });
    await host.callTool("pg_health", {});
    await host.callTool("pg_activity", {});
    const { structured } = await host.callTool("pg_top_queries", { limit: 100, by: "calls" });
    const { queries } = structured as { queries: { query: string }[] };
    const texts = queries.map(({ query }) => query);
    expect(texts).toContainEqual(expect.stringContaining("asked_by_somebody"));
    expect(texts.filter((text) => /^(?:BEGIN|COMMIT|ROLLBACK)/.test(text))).toEqual([]);
    expect(texts.filter((text) => /set_config|pg_proc|pg_stat_|pg_class/.test(text))).toEqual([]);
  });
});
