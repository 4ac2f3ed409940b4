import { rmSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout } from "node:timers/promises";
import { runSql, type StartedPostgres, startPostgres, startStandby } from "@drawbridge/sandbox";
import type { Host } from "@drawbridge/testkit";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { connectError } from "../src/database/connect-error.ts";
import type { Database } from "../src/database/database.ts";
import { makeCertificate } from "./stand/make-certificate.ts";
import { openDatabase } from "./stand/open-database.ts";
import { serveInProcess } from "./stand/serve-in-process.ts";

/** One server of this file's own, which it fills, encrypts and brings down. */
let server: StartedPostgres;
const ours = makeCertificate("DNS:localhost,IP:127.0.0.1");
const another = makeCertificate("DNS:localhost");
const elsewhere = makeCertificate("DNS:db.example.com");
const { signal } = new AbortController();

beforeAll(async () => {
  server = await startPostgres(undefined, ["max_connections=12", "deadlock_timeout=50ms"]);
  await runSql(
    server.url(),
    "CREATE ROLE reader LOGIN PASSWORD 'sandbox'; CREATE ROLE writer LOGIN PASSWORD 'sandbox'; CREATE ROLE careful LOGIN PASSWORD 'sandbox' IN ROLE writer; CREATE ROLE idler LOGIN PASSWORD 'sandbox'; CREATE ROLE hoarder LOGIN PASSWORD 'sandbox';" +
      "CREATE TABLE things AS SELECT n AS id, 0 AS amount FROM generate_series(1, 20000) n; GRANT SELECT ON things TO reader, writer, hoarder;" +
      "GRANT UPDATE ON things TO writer; ALTER ROLE careful SET default_transaction_isolation = 'repeatable read'; GRANT pg_monitor TO writer; ALTER ROLE hoarder SET work_mem = '64kB'; ALTER ROLE hoarder SET temp_file_limit = '100kB'",
  );
}, 60_000);
afterAll(async () => {
  for (const { file } of [ours, another, elsewhere]) rmSync(dirname(file), { recursive: true });
  await server[Symbol.asyncDispose]();
});

const reader = (query = "") => `${server.url("postgres", "reader")}${query}`;
const one = (database: Database, text = "SELECT 1") => database.read({ text }, { rows: 1, bytes: 1000, signal });

/** What is said of an address at which no database is opened. */
async function saidOf(url: string): Promise<string> {
  const host = await serveInProcess([url]);
  const { isError, text } = await host.callTool("pg_query", { sql: "SELECT 1" });
  await host.close();
  expect(isError).toBe(true);
  return text;
}

describe("an address at which nothing is to be had", () => {
  it("is told apart by what is wrong with it", async () => {
    const [, port] = /:(\d+)\//.exec(reader()) ?? [];
    const said = await Promise.all([
      saidOf(reader().replace("sandbox", "wrong")),
      saidOf(reader().replace("reader", "nobody")),
      saidOf(reader().replace("/postgres", "/nothing")),
      saidOf("postgres://reader@127.0.0.1:1/shop"),
      saidOf("postgres://reader@nothing.invalid/shop"),
      saidOf(`postgres://reader@127.0.0.1:${port}/postgres`),
    ]);
    expect(said.map((text) => text.split("cannot be used: ")[1])).toEqual([
      expect.stringMatching(/does not take this password\. Set PGPASSWORD/),
      expect.stringMatching(/does not take this password\. Set PGPASSWORD/),
      expect.stringMatching(/no database of that name/),
      expect.stringMatching(/nobody listens there/),
      expect.stringMatching(/no such host/),
      expect.stringMatching(/wants a password/),
    ]);
    expect(said.join()).not.toContain("wrong");
  });

  it.each([
    ["writer", /may not become the one that --role names\. Have a person GRANT/],
    ["nobody", /no role of the name that --role gives/],
  ])("is told apart from a --role that cannot be taken: %s", async (role, said) => {
    const host = await serveInProcess([reader(), "--role", role]);
    expect((await host.callTool("pg_query", { sql: "SELECT 1" })).text).toMatch(said);
    await host.close();
  });
});

describe("a server without TLS", () => {
  it("is not with ssl=true, which asks for TLS as libpq has it, and is with ssl=false", async () => {
    expect(await saidOf(reader("?ssl=true"))).toMatch(/speaks no TLS/);
    const database = await openDatabase(reader("?ssl=false&sslsni=1&application_name=x"), { poolSize: 1 });
    expect((await one(database)).rows).toEqual([["1"]]);
    await database.end();
  });

  it.for(["disable", "allow", "prefer"])("is reached with sslmode=%s", async (mode) => {
    const database = await openDatabase(reader(`?sslmode=${mode}`), { poolSize: 1 });
    expect((await one(database)).rows).toEqual([["1"]]);
    await database.end();
  });

  it.for(["require", `verify-ca&sslrootcert=${ours.file}`, "verify-full"])("is not with sslmode=%s", async (mode) => {
    expect(await saidOf(reader(`?sslmode=${mode}`))).toMatch(
      /unavailable.*speaks no TLS, which sslmode asks for\. Turn ssl on/,
    );
  });
});

describe("a server with TLS", () => {
  beforeAll(() => useCertificate(ours));

  const isEncrypted = async (mode: string) => {
    const database = await openDatabase(reader(`?sslmode=${mode}`), { poolSize: 1 });
    const { rows } = await one(database, "SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()");
    await database.end();
    return rows[0]?.[0] === "t";
  };

  it.for([
    ["disable", false],
    ["allow", false],
    ["prefer", true],
    ["require", true],
    [`require&sslrootcert=${ours.file}`, true],
    [`verify-ca&sslrootcert=${ours.file}`, true],
    [`verify-full&sslrootcert=${ours.file}`, true],
  ] as const)("is reached with sslmode=%s, encrypted: %s", async ([mode, encrypted]) => {
    expect(await isEncrypted(mode)).toBe(encrypted);
  });

  it.for([
    "verify-full",
    `verify-full&sslrootcert=${another.file}`,
    `verify-ca&sslrootcert=${another.file}`,
    `require&sslrootcert=${another.file}`,
  ])("is not with sslmode=%s, whose authority is another", async (mode) => {
    expect(await saidOf(reader(`?sslmode=${mode}`))).toMatch(/certificate is not what sslmode asks for .*sslrootcert/);
  });

  it("has to have the name that verify-full looks for, and verify-ca does not", async () => {
    await useCertificate(elsewhere);
    const full = await saidOf(reader(`?sslmode=verify-full&sslrootcert=${elsewhere.file}`));
    expect(full).toMatch(/certificate is of another host\. Write the host as the certificate has it/);
    expect(await isEncrypted(`verify-ca&sslrootcert=${elsewhere.file}`)).toBe(true);
    await useCertificate(ours);
  });

  it("is asked over TLS to cancel", async () => {
    const database = await openDatabase(reader(`?sslmode=verify-full&sslrootcert=${ours.file}`), { poolSize: 1 });
    const stopping = new AbortController();
    const slow = database.read({ text: "SELECT pg_sleep(30)" }, { rows: 1, bytes: 1000, signal: stopping.signal });
    await expect.poll(() => sleeping()).toBe(1);
    stopping.abort(new Error("stopped"));
    await expect(slow).rejects.toThrow("stopped");
    await expect.poll(() => sleeping(), { timeout: 1000 }).toBe(0);
    await database.end();
  });
});

describe("a server that is full", () => {
  it("says so, and is reached again once there is room", async () => {
    const database = await openDatabase(reader(), { poolSize: 2 });
    const others = await fill("idler");
    const both = await Promise.allSettled([1, 2].map(() => one(database, "SELECT pg_sleep(0.2)")));
    await Promise.allSettled(others.map((other) => other.end()));
    const failed = both.flatMap((outcome) => (outcome.status === "rejected" ? [String(outcome.reason)] : []));
    expect(failed).toEqual([expect.stringMatching(/the server has no connection left\. Lower --pool-size/)]);
    await expect.poll(async () => (await one(database).catch(() => undefined))?.rows).toEqual([["1"]]);
    await database.end();
  });

  it("is told apart from a pool whose connections are all lent", async () => {
    const pool = new pg.Pool({ connectionString: reader(), max: 1, connectionTimeoutMillis: 1500 });
    const lent = await pool.connect();
    const error = await pool.connect().catch((reason: unknown) => reason);
    expect(connectError(error, "shop")).toMatchObject({
      code: "unavailable",
      message: expect.stringMatching(/other calls use all its connections.*--pool-size/),
    });
    lent.release();
    await pool.end();
  });

  it("says that a statement takes more room than it may", async () => {
    const host = await serveInProcess([server.url("postgres", "hoarder")]);
    const { text } = await host.callTool("pg_query", { sql: "SELECT * FROM things ORDER BY amount, id DESC" });
    expect(text).toMatch(/SQLSTATE 53400\).*Sort, join or group fewer rows/s);
    await host.close();
  });
});

describe("two changes that wait for each other", () => {
  it("end with one being told that it may be made again", async () => {
    const host = await serveInProcess([server.url("postgres", "writer"), "--access", "write"]);
    // Each session looks for a deadlock once, a while after it began to wait: the one that is to find it begins last.
    const [holder, other] = [clientOf("postgres"), clientOf("postgres")];
    await Promise.all([holder.connect(), other.connect()]);
    await holder.query("BEGIN; UPDATE things SET amount = 1 WHERE id = 2");
    await other.query("SET deadlock_timeout = '1min'; BEGIN; UPDATE things SET amount = 1 WHERE id = 3");
    const told = host.callTool("pg_execute", { sql: "UPDATE things SET amount = 2 WHERE id IN (1, 2, 3)" });
    await expect.poll(() => count("wait_event_type = 'Lock'")).toBe(1);
    const waiting = other.query("UPDATE things SET amount = 1 WHERE id = 1");
    await expect.poll(() => count("wait_event_type = 'Lock'")).toBe(2);
    await holder.query("ROLLBACK");
    expect((await told).text).toMatch(/^conflict.*SQLSTATE 40P01.*may be made again/s);
    await waiting;
    await Promise.all([holder.end(), other.end(), host.close()]);
  });
});

describe("a change whose rows another transaction changed first", () => {
  it("is told that it may be made again, and then is made", async () => {
    const host = await serveInProcess([server.url("postgres", "careful"), "--access", "write"]);
    const holder = clientOf("postgres");
    await holder.connect();
    await holder.query("BEGIN; UPDATE things SET amount = 1 WHERE id = 9");
    const change = { sql: "UPDATE things SET amount = amount + 1 WHERE id = 9 RETURNING amount" };
    const told = host.callTool("pg_execute", change);
    await expect.poll(() => count("wait_event_type = 'Lock' AND usename = 'careful'"), { timeout: 15_000 }).toBe(1);
    await holder.query("COMMIT");
    expect((await told).text).toMatch(/^conflict.*SQLSTATE 40001.*the same call may be made again/s);
    expect((await host.callTool("pg_execute", change)).structured).toMatchObject({ rows: [[2]] });
    await Promise.all([holder.end(), host.close()]);
  });
});

describe("a standby", () => {
  let standby: StartedPostgres;
  let host: Host;
  beforeAll(async () => {
    standby = await startStandby(server);
    const grants = ["--access", "full", "--confirm", "never", "--listen", "jobs"];
    host = await serveInProcess([standby.url("postgres", "writer"), ...grants]);
  }, 60_000);
  afterAll(async () => {
    await host.close();
    await standby[Symbol.asyncDispose]();
  });

  it("is read like any other, page by page", async () => {
    const sql = "SELECT id FROM things ORDER BY id";
    const first = await host.callTool("pg_query", { sql, limit: 2 });
    const second = await host.callTool("pg_query", { sql, limit: 2, cursor: first.meta.nextCursor });
    expect([first.text, second.text]).toEqual([expect.stringMatching(/^1\n2$/m), expect.stringMatching(/^3\n4$/m)]);
    for (const [tool, input] of [
      ["pg_search_objects", { pattern: "things" }],
      ["pg_describe", { name: "things" }],
      ["pg_explain", { sql: "SELECT count(*) FROM things WHERE id = $1" }],
      ["pg_explain", { sql: "SELECT count(*) FROM things", analyze: true }],
      ["pg_explain", { sql: "UPDATE things SET amount = 1 WHERE id = 1" }],
      ["pg_advise_indexes", { queries: ["SELECT * FROM things WHERE id = 1"] }],
      ["pg_activity", {}],
    ] as const)
      expect([tool, (await host.callTool(tool, input)).isError]).toEqual([tool, false]);
  });

  it("is told to be one", async () => {
    const { structured } = await host.callTool("pg_health", {});
    const checks = structured?.checks as { check: string; status: string; findings: { evidence: string }[] }[];
    expect(checks.filter(({ status }) => status === "unknown")).toEqual([]);
    const replication = checks.find(({ check }) => check === "replication");
    expect(replication?.findings[0]?.evidence).toContain("this is a replica");
  });

  it("takes no change, and says where changes are made", async () => {
    const sql = "UPDATE things SET amount = 3 WHERE id = 1";
    const told = await Promise.all([
      host.callTool("pg_execute", { sql }),
      host.callTool("pg_execute", { sql, dry_run: true }),
      host.callTool("pg_execute", { sql: "CREATE INDEX CONCURRENTLY ON things (amount)" }),
      host.callTool("pg_explain", { sql, analyze: true }),
    ]);
    for (const { text } of told) expect(text).toMatch(/^refused: This database is a replica.*at its primary/);
    const channel = host.readResource("postgres://postgres/channels/jobs");
    await expect(channel).rejects.toThrow(/it is a replica, where nothing can be listened to/);
  });
});

describe("a connection that the server ends while it is at hand", () => {
  it("is handed to nobody, and its place is another's", async () => {
    const database = await openDatabase(reader(), { poolSize: 1 });
    const pid = async () => (await one(database, "SELECT pg_backend_pid()")).rows[0]?.[0];
    const first = await pid();
    expect(await pid()).toBe(first);
    await runSql(server.url(), `SELECT pg_terminate_backend(${first}, 5000)`);
    // What the server said as it ended it must have been read.
    await setTimeout(50);
    expect(await pid()).not.toBe(first);
    await database.end();
  });
});

describe("a server that is started again in mid-call", () => {
  let host: Host;
  beforeAll(async () => {
    host = await serveInProcess([reader(), "--pool-size", "2"]);
  });
  afterAll(() => host.close());

  it("leaves the call with an error, and is reached by those that follow", async () => {
    expect((await host.callTool("pg_query", { sql: "SELECT 1" })).isError).toBe(false);
    const sql = "WITH RECURSIVE endless(n) AS (SELECT 1 UNION ALL SELECT 1 FROM endless) SELECT count(*) FROM endless";
    const running = host.callTool("pg_query", { sql });
    await expect.poll(() => count("query LIKE '%endless%' AND usename = 'reader' AND state = 'active'")).toBe(1);
    // PostgreSQL starts itself again when one of its own is killed.
    const killed = runSql(
      server.url(),
      "COPY (SELECT 'kill -9 ' || pid FROM pg_stat_activity WHERE query LIKE '%endless%' AND usename = 'reader') TO PROGRAM 'sh'",
    );
    await killed.catch(() => undefined);
    const { isError, text } = await running;
    expect([isError, text]).toEqual([true, expect.stringMatching(/^unavailable: .*[Tt]ry again/s)]);
    await expect
      .poll(async () => (await host.callTool("pg_query", { sql: "SELECT 42" })).text, { timeout: 15_000 })
      .toContain("42");
  });
});

/** Takes what connections the server has left. */
async function fill(role: string): Promise<pg.Client[]> {
  const clients: pg.Client[] = [];
  // Those that were closed or refused hold a place for a moment more, so that one refusal tells little.
  for (let refusals = 0; refusals < 3; ) {
    const client = clientOf(role);
    try {
      await client.connect();
      clients.push(client);
    } catch {
      refusals += 1;
      await setTimeout(100);
    }
  }
  return clients;
}

/** A client that outlives its connection: a test that fails leaves it to a server which is then started again. */
function clientOf(role: string): pg.Client {
  return new pg.Client(server.url("postgres", role)).on("error", () => undefined);
}

const count = async (condition: string) => {
  const [{ n } = { n: 0 }] = await runSql(
    server.url(),
    `SELECT count(*)::int AS n FROM pg_stat_activity WHERE ${condition}`,
  );
  return n;
};

const sleeping = () => count("query LIKE '%pg_sleep(30)%' AND usename = 'reader' AND state = 'active'");

/** The server writes its certificate and key itself, so that they are its own. */
async function useCertificate({
  certificate,
  key,
}: {
  readonly certificate: string;
  readonly key: string;
}): Promise<void> {
  for (const [file, pem] of [
    ["server.crt", certificate],
    ["server.key", key],
  ]) {
    const lines = pem
      ?.trim()
      .split("\n")
      .map((line) => `'${line}'`)
      .join(", ");
    await runSql(server.url(), `COPY (SELECT unnest(ARRAY[${lines}])) TO PROGRAM 'umask 077; cat > ${file}'`);
  }
  await runSql(server.url(), "ALTER SYSTEM SET ssl = on");
  await runSql(server.url(), "SELECT pg_reload_conf()");
  await vi.waitFor(async () => expect(await runSql(server.url(), "SHOW ssl")).toEqual([{ ssl: "on" }]));
}
