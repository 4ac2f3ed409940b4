import { fileURLToPath } from "node:url";
import { runSql } from "@drawbridge/sandbox";
import { runCommand } from "@drawbridge/testkit";
import { afterAll, beforeAll, expect, it } from "vitest";
import { eachServer } from "./stand/each-server.ts";

const cli = fileURLToPath(new URL("../dist/cli.js", import.meta.url));

eachServer("what --doctor tells of a database", (server) => {
  const examine = async (user: string, ...more: string[]) => {
    const { stdout, exitCode } = await runCommand(cli, { argv: [server.url("shop", user), "--doctor", ...more] });
    return { told: stdout, code: exitCode };
  };

  it("is that a superuser is refused, and the SQL for a role that is not", async () => {
    const { told, code } = await examine("postgres");
    expect(told).toContain("The role postgres is a superuser");
    expect(told).toContain('GRANT SELECT ON ALL TABLES IN SCHEMA "public", "reporting", "shop" TO ai_reader;');
    expect(code).toBe(1);
  });

  it("is that a role may write where it is only to read", async () => {
    expect((await examine("writer")).told).toMatch(/The role writer may write to \d+ tables/);
    expect((await examine("writer", "--access", "write")).told).not.toContain("may write to");
  });

  it("is that a role that only reads may do no more than it needs", async () => {
    const { told, code } = await examine("alice");
    expect(told).toContain("The role alice may do no more than it needs");
    expect(told).toContain("GRANT pg_read_all_stats TO alice;");
    expect(code).toBe(0);
  });

  it("is which extensions are there, and what others would be good for", async () => {
    const { told } = await examine("reader");
    expect(told).toContain("shop has the extension pg_stat_statements");
    expect(told).toMatch(/shop has (?:the|no) extension hypopg/);
  });
});

eachServer("a role that was made by the SQL of --doctor", (server) => {
  let url: string;
  beforeAll(async () => {
    const { stdout } = await runCommand(cli, { argv: [server.url("shop", "postgres"), "--doctor"] });
    const sql = /CREATE ROLE .*/.exec(stdout)?.[0].replace("'…'", "'sandbox'") ?? "";
    await runSql(server.url("shop", "postgres"), sql);
    url = server.url("shop", "ai_reader");
  });
  afterAll(async () => {
    await runSql(server.url("shop", "postgres"), "DROP OWNED BY ai_reader; DROP ROLE ai_reader");
  });

  it("is served, and found to be what is needed", async () => {
    const checked = await runCommand(cli, { argv: [url, "--check"] });
    expect(JSON.parse(checked.stdout)).toMatchObject({ ok: true, databases: [{ role: "ai_reader" }] });
    expect((await runCommand(cli, { argv: [url, "--doctor"] })).stdout).toContain("may do no more than it needs");
  });
});

it("warns in the log of a password on the command line, without showing it, and not of one in a variable", async () => {
  const [url, where] = ["postgres://reader:open-sesame@127.0.0.1:1/shop", "postgres://reader@127.0.0.1:1/shop"];
  const { stderr } = await runCommand(cli, { argv: [url] });
  expect(stderr).toMatch(/"level":40,.*"event":"arguments","argument":1,"problem":"it holds a secret/);
  expect(stderr).not.toContain("open-sesame");
  const quiet = await runCommand(cli, { argv: [where], environment: { PGPASSWORD: "open-sesame" } });
  expect(quiet.stderr).not.toContain('"level":40');
});
