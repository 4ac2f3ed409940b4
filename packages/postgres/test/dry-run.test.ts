import type { Host } from "@drawbridge/testkit";
import { afterAll, beforeAll, expect, it } from "vitest";
import { eachServer } from "./stand/each-server.ts";
import { type OwnShop, ownShop } from "./stand/own-shop.ts";
import { serveInProcess } from "./stand/serve-in-process.ts";

eachServer("a change that names its dry run", (server) => {
  let shop: OwnShop;
  let host: Host;
  const asked: string[] = [];
  beforeAll(async () => {
    shop = await ownShop(server);
    host = await serveInProcess([server.url(shop.name, "writer"), "--access", "full"], async (question) => {
      asked.push(question);
      return { action: "accept", content: { allow: true } };
    });
  });
  afterAll(() => host.close());

  const execute = (sql: string, more: Record<string, unknown> = {}) => host.callTool("pg_execute", { sql, ...more });
  const digestOf = async (sql: string, more: Record<string, unknown> = {}) =>
    (await execute(sql, { ...more, dry_run: true })).structured?.digest;
  const stocks = async (ids: string) =>
    (await shop.run(`SELECT stock FROM products WHERE id IN (${ids}) ORDER BY id`)).map(({ stock }) => stock);

  it("is kept where it comes out as the dry run did", async () => {
    const sql = "UPDATE products SET stock = $1 WHERE id IN (1, 2)";
    const params = [77];
    const { structured } = await execute(sql, { params, dry_run_digest: await digestOf(sql, { params }) });
    expect(structured).toEqual({ command: "UPDATE 2", rows_affected: 2 });
    expect(await stocks("1, 2")).toEqual([77, 77]);
  });

  it("is taken back, and told what differs, where it touches more rows than the dry run did", async () => {
    const sql = "UPDATE products SET stock = 55 WHERE stock = 54321";
    await shop.run("UPDATE products SET stock = 54321 WHERE id IN (11)");
    const digest = await digestOf(sql);
    await shop.run("UPDATE products SET stock = 54321 WHERE id IN (12)");
    const { isError, text, meta } = await execute(sql, { dry_run_digest: digest });
    expect([isError, meta.code]).toEqual([true, "conflict"]);
    expect(text).toContain("came out as UPDATE 1, and the real one as UPDATE 2");
    expect(await stocks("11, 12")).toEqual([54321, 54321]);
  });

  it("shows the person that there was a dry run, and what it found", async () => {
    const sql = "DELETE FROM staff_notes WHERE customer_id = customer_id";
    await execute(sql, { dry_run_digest: await digestOf(sql) });
    expect(asked.at(-1)).toMatch(/A dry run of it came out as DELETE \d+; should it come out otherwise/);
    await execute(sql);
    expect(asked.at(-1)).not.toContain("dry run");
  });

  it("is refused with the digest of another statement, before anybody is asked", async () => {
    const digest = await digestOf("UPDATE products SET stock = 1 WHERE id = 21");
    const before = [await stocks("21, 22"), asked.length];
    for (const sql of ["UPDATE products SET stock = 1 WHERE id = 22", "UPDATE products SET stock = 1"]) {
      const { isError, text } = await execute(sql, { dry_run_digest: digest });
      expect([isError, text]).toEqual([true, expect.stringContaining("Make one with dry_run: true")]);
    }
    expect([await stocks("21, 22"), asked.length]).toEqual(before);
  });

  it("is refused with the digest of another server's dry run", async () => {
    const sql = "UPDATE products SET stock = 1 WHERE id = 31";
    const digest = String(await digestOf(sql));
    const forged = `${digest[0] === "A" ? "B" : "A"}${digest.slice(1)}`;
    expect((await execute(sql, { dry_run_digest: forged })).meta.code).toBe("refused");
  });

  it("fails, and keeps nothing, where a constraint is broken only at the end", async () => {
    await shop.run(
      "CREATE TABLE earlier (id bigint PRIMARY KEY); INSERT INTO earlier VALUES (1);" +
        "CREATE TABLE later (id bigint, of bigint REFERENCES earlier DEFERRABLE INITIALLY DEFERRED); GRANT ALL ON later TO writer",
    );
    const sql = "INSERT INTO later VALUES (1, 1)";
    const digest = await digestOf(sql);
    await shop.run("DELETE FROM earlier");
    const { isError, text } = await execute(sql, { dry_run_digest: digest });
    expect([isError, text]).toEqual([true, expect.stringContaining("SQLSTATE 23503")]);
    expect(await shop.run("SELECT * FROM later")).toEqual([]);
  });
});
