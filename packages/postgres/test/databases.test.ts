import type { Host } from "@drawbridge/testkit";
import { afterAll, beforeAll, expect, it } from "vitest";
import { eachServer } from "./stand/each-server.ts";
import { serveInProcess } from "./stand/serve-in-process.ts";

eachServer("several databases", (server) => {
  let several: Host;
  let alone: Host;
  beforeAll(async () => {
    several = await serveInProcess(["--database", `shop=${server.url()}`, "--database", `other=${server.url("many")}`]);
    alone = await serveInProcess([server.url()]);
  });
  afterAll(() => Promise.all([several.close(), alone.close()]));

  const inputOf = async (host: Host, tool: string) => {
    const found = (await host.listTools()).find(({ name }) => name === tool);
    return found?.inputSchema.properties as Record<string, object>;
  };

  it("are named by an argument that is there only then", async () => {
    expect((await inputOf(several, "pg_query")).database).toMatchObject({ type: "string", enum: ["shop", "other"] });
    for (const { name } of await alone.listTools())
      expect(Object.keys(await inputOf(alone, name)), name).not.toContain("database");
  });

  it("are named in prompts only then, too", async () => {
    const input = { schema: "shop", database: "shop" };
    expect(await several.getPrompt("review_schema", input)).toContain('database: "shop"');
    await expect(several.getPrompt("review_schema", { ...input, database: "shpo" })).rejects.toThrow('"shop"|"other"');
    await expect(alone.getPrompt("review_schema", input)).rejects.toThrow('unknown argument "database"');
    expect(await several.completePrompt("review_schema", "schema", "area_1", { database: "other" })).toHaveLength(7);
  });

  it("are each asked by name, the first without one", async () => {
    const sql = "SELECT count(*) FROM pg_namespace WHERE nspname LIKE 'area_%'";
    expect((await several.callTool("pg_query", { sql, database: "other" })).text).toContain("15");
    expect((await several.callTool("pg_query", { sql })).text).not.toContain("15");
  });

  it("are told of where another is asked for", async () => {
    const { meta, text } = await several.callTool("pg_query", { sql: "SELECT 1", database: "shpo" });
    expect([meta.code, text]).toEqual(["invalid_input", expect.stringMatching(/database.*"shop"\|"other"/)]);
  });

  it("leave nothing to choose where there is one", async () => {
    const { meta, text } = await alone.callTool("pg_query", { sql: "SELECT 1", database: "shop" });
    expect([meta.code, text]).toEqual(["invalid_input", expect.stringContaining('unknown argument "database"')]);
  });
});
