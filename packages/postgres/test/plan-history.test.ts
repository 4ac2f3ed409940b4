import type { Host } from "@drawbridge/testkit";
import { afterAll, beforeAll, expect, it } from "vitest";
import { eachServer } from "./stand/each-server.ts";
import { type OwnShop, ownShop } from "./stand/own-shop.ts";
import { serveInProcess } from "./stand/serve-in-process.ts";

eachServer("a plan and the last one of its statement", (server) => {
  let shop: OwnShop;
  let host: Host;
  beforeAll(async () => {
    shop = await ownShop(
      server,
      "CREATE TABLE visits AS SELECT n AS id, n % 5000 AS page FROM generate_series(1, 50000) n; " +
        "CREATE INDEX visits_page ON visits (page); ANALYZE visits; GRANT SELECT ON visits TO reader",
    );
    host = await serveInProcess([server.url(shop.name)]);
  });
  afterAll(() => host.close());

  const explain = (sql: string, more: Record<string, unknown> = {}) => host.callTool("pg_explain", { sql, ...more });

  it("tells a regression plainly where an index was dropped, and that it is well again once it is back", async () => {
    const sql = "SELECT * FROM visits WHERE page = 42";
    const first = await explain(sql, { analyze: true });
    expect([first.meta.since_last, first.text]).toEqual([
      undefined,
      expect.not.stringContaining("last of this statement"),
    ]);
    expect((await explain(sql)).text).toContain("The plan is the same as the last of this statement");
    await shop.run("DROP INDEX visits_page");
    const { text, meta } = await explain("select * from visits where page = 43");
    expect(meta.since_last).toBe("regressed");
    expect(text).toMatch(/Regression: the plan is worse than .* its values were others/);
    expect(text).toContain("The index visits_page is no longer used.");
    expect(text).toMatch(/Its cost was [\d.]+ and is [\d.]+, [\d.]+ times as much/);
    expect(text).toMatch(/New: .*Seq Scan on visits/);
    await shop.run("CREATE INDEX visits_page ON visits (page)");
    expect((await explain(sql)).meta.since_last).toBe("improved");
  });

  it("does not take the plan for any values, or that of another statement, for the last one", async () => {
    await explain("SELECT id FROM visits WHERE page = 42");
    for (const sql of ["SELECT id FROM visits WHERE page = $1", "SELECT id FROM visits WHERE page > 42"]) {
      expect((await explain(sql)).meta.since_last, sql).toBeUndefined();
    }
  });
});
