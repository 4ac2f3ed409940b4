import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Finding, type LogFields, readOptions } from "@drawbridge/core";
import type { Host } from "@drawbridge/testkit";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { Github } from "../src/api/github.ts";
import { login } from "../src/credentials/login.ts";
import { logout } from "../src/credentials/logout.ts";
import { doctor } from "../src/doctor/doctor.ts";
import { options } from "../src/options.ts";
import { answered, ServedGithub } from "./stand/served-github.ts";

/** Nobody's own keyring is written to by tests. */
const keyring = vi.hoisted(() => ({ kept: new Map<string, string>(), isBroken: false }));
vi.mock("@napi-rs/keyring", () => ({
  AsyncEntry: class {
    readonly account: string;
    constructor(service: string, account: string) {
      if (keyring.isBroken) throw new Error("no keyring here");
      this.account = `${service}: ${account}`;
    }
    async getPassword() {
      return keyring.kept.get(this.account) ?? null;
    }
    async setPassword(token: string) {
      keyring.kept.set(this.account, token);
    }
    async deletePassword() {
      return keyring.kept.delete(this.account);
    }
  },
}));

let served: ServedGithub;

beforeAll(async () => {
  served = await ServedGithub.start();
  served.stand.device.interval = 0.01;
});
afterAll(() => served[Symbol.asyncDispose]());
beforeEach(() => {
  served.stand.requests.length = 0;
  served.stand.device.answer("authorization_pending");
  keyring.kept.clear();
  keyring.isBroken = false;
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
  served.stand.calm();
  expect(served.violations()).toEqual([]);
});

const get = (host: Host, owner = "acme", repo = "vault") => host.callTool("github_get_repository", { owner, repo });
const whoami = async (host: Host) => (await answered(host.callTool("github_whoami"))).structured;
const asked = (path: string) => served.stand.requests.filter((request) => request.path === path);

/** The connector's own options, as the command line gives them. */
async function given(argv: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  return (await readOptions(options, ["--host", served.stand.url, ...argv], environment)).own;
}

async function all(findings: AsyncIterable<Finding>): Promise<Finding[]> {
  const found: Finding[] = [];
  for await (const finding of findings) found.push(finding);
  return found;
}

function logged() {
  const lines: LogFields[] = [];
  return {
    lines,
    log: { write: (_: unknown, fields: LogFields) => lines.push(fields), flush: async () => {} } as never,
  };
}

describe("github_whoami", () => {
  const of = async (credential: Parameters<typeof served.stand.issue>[0]) =>
    whoami(await served.open({ environment: { GITHUB_TOKEN: served.stand.issue(credential) } }));

  it("knows a classic token by its scopes", async () => {
    const told = await of({ login: "ada", kind: "classic", scopes: ["repo", "gist"] });
    expect(told).toMatchObject({ kind: "user", login: "ada", name: "Ada Stone", scopes: ["repo", "gist"] });
  });

  it("knows a fine-grained one, and when it runs out", async () => {
    const told = await of({ login: "ada", kind: "fine-grained", expires: "2030-01-02 03:04:05 UTC" });
    expect(told).toMatchObject({ kind: "user", login: "ada", expires_at: "2030-01-02 03:04:05 UTC" });
    expect(told).not.toHaveProperty("scopes");
  });

  it("knows a workflow's, behind which nobody stands", async () => {
    expect(await of({ login: "acme", kind: "installation", permissions: { contents: "read" } })).toMatchObject({
      kind: "app",
      left: { core: { limit: 5000 } },
    });
  });

  it("says where there is none, and what the server is held to", async () => {
    const told = await whoami(await served.open({ argv: ["--repos", "acme/site"] }));
    expect(told).toMatchObject({ kind: "anonymous", repositories: ["acme/site"], left: { core: { limit: 60 } } });
  });
});

describe("tokens by owner", () => {
  it("are used for what the owner has, and no other is", async () => {
    vi.stubEnv("ACME_TOKEN", served.stand.token("ada"));
    const host = await served.open({ as: "mallory", argv: ["--token-for", "Acme=ACME_TOKEN"] });
    await answered(get(host));
    await answered(get(host, "mallory", "bait"));
    expect((await whoami(host))?.login).toBe("mallory");
    const other = await served.open({ as: "mallory", argv: ["--token-for", "mallory=ACME_TOKEN"] });
    expect((await get(other)).text).toContain("does not know acme/vault");
  });

  it("are refused at the start where the variable is not set", async () => {
    await expect(served.open({ as: "ada", argv: ["--token-for", "acme=NO_SUCH_TOKEN"] })).rejects.toThrow(
      "--token-for acme=NO_SUCH_TOKEN: the variable NO_SUCH_TOKEN is not set",
    );
  });
});

describe("a GitHub App", () => {
  const open = (key = served.stand.app.privateKey, argv: readonly string[] = []) =>
    served.open({
      argv: ["--app-id", String(served.stand.app.id), ...argv],
      environment: { GITHUB_APP_PRIVATE_KEY: key },
    });
  const tokens = (installation: number) => asked(`/app/installations/${installation}/access_tokens`).length;

  it("acts for each owner as the installation there, with a token that is asked for once", async () => {
    const host = await open();
    await Promise.all([answered(get(host)), answered(get(host, "acme", "tools"))]);
    await answered(get(host, "mallory", "bait"));
    expect([tokens(100), tokens(101), asked("/orgs/acme/installation").length]).toEqual([1, 1, 1]);
  });

  it("reads elsewhere what is public, as the installation of the owner that --repos names", async () => {
    const host = await open(undefined, ["--repos", "mallory/*,olga/*"]);
    expect((await get(host, "olga", "nothing")).text).toContain("does not know olga/nothing");
    expect([tokens(100), tokens(101)]).toEqual([0, 1]);
  });

  it("looks up once where it is installed at all", async () => {
    const host = await open();
    await answered(host.callTool("github_search", { kind: "issues", query: "repo:acme/site storm" }));
    await answered(host.callTool("github_search", { kind: "issues", query: "repo:acme/site calm" }));
    expect(asked("/app/installations").length).toBe(1);
  });

  it("has a new token before the old one runs out", async () => {
    const host = await open();
    await answered(get(host));
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 58 * 60_000 });
    await answered(get(host));
    expect(tokens(100)).toBe(1);
    vi.setSystemTime(Date.now() + 90_000);
    await answered(get(host));
    expect(tokens(100)).toBe(2);
  });

  it("is told with where it is installed and what it may do there", async () => {
    expect(await whoami(await open())).toMatchObject({
      kind: "app",
      login: "drawbridge-app",
      installations: [
        "acme (contents: write, issues: write, pull_requests: write, metadata: read, checks: write)",
        "mallory (contents: read, metadata: read)",
      ],
    });
  });

  it("takes a key whose line ends are written out, as variables often have them", async () => {
    await answered(get(await open(served.stand.app.privateKey.replaceAll("\n", String.raw`\n`))));
  });

  it("is refused by a key that is not its own, which is not shown", async () => {
    const { generateKeyPairSync } = await import("node:crypto");
    const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
    const pem = privateKey.export({ type: "pkcs1", format: "pem" }).toString();
    const { text } = await get(await open(pem));
    expect(text).toMatch(/^unauthorized: /);
    expect(text).not.toContain(pem.split("\n")[1]);
  });

  it.each([
    ["no key", ["--app-id", "1"], {}, "GITHUB_APP_PRIVATE_KEY_FILE"],
    ["no App", [], { GITHUB_APP_PRIVATE_KEY: "x" }, "no --app-id"],
    ["no key at all", ["--app-id", "1"], { GITHUB_APP_PRIVATE_KEY: "hunter2hunter2" }, "BEGIN RSA PRIVATE KEY"],
  ])("is refused at the start with %s", async (_, argv, environment, said) => {
    const opening = served.open({ argv, environment });
    await expect(opening).rejects.toThrow(said);
    await expect(opening).rejects.not.toThrow("hunter2");
  });
});

describe("a person who logs in by device", () => {
  const client = ["--client-id", "Ov23sandbox"];
  const account = () => `drawbridge-github: ${new URL(served.stand.url).host} Ov23sandbox`;

  it("is told the address and the code, and is known once they have agreed, also to the next server", async () => {
    const host = await served.open({ argv: client });
    const [first, other] = await Promise.all([get(host), get(host)]);
    expect(first.text).toMatch(/^unauthorized: Nobody is logged in.*open http.*\/login\/device and.*WDJB-MJHT.*repeat/);
    expect([other.text, asked("/login/device/code").length]).toEqual([first.text, 1]);
    served.stand.device.agree(served.stand.token("ben"));
    await vi.waitFor(async () => answered(get(host)));
    expect((await whoami(host))?.login).toBe("ben");
    expect(keyring.kept.get(account())).toBe(served.stand.token("ben"));
    served.stand.requests.length = 0;
    expect((await whoami(await served.open({ argv: client })))?.login).toBe("ben");
    expect(asked("/login/device/code")).toEqual([]);
  });

  it("is known for as long as the server runs where there is no keyring", async () => {
    keyring.isBroken = true;
    served.stand.device.agree(served.stand.token("ben"));
    const host = await served.open({ argv: client });
    await get(host);
    await vi.waitFor(async () => answered(get(host)));
  });

  it("is asked anew once GitHub does not take the token any more, which is forgotten", async () => {
    const token = served.stand.issue({ login: "ben", kind: "classic", scopes: ["repo"] });
    keyring.kept.set(account(), token);
    const host = await served.open({ argv: client });
    await answered(get(host));
    served.stand.revoke(token);
    expect((await get(host)).text).toContain("expired or been revoked");
    expect((await get(host)).text).toContain("WDJB-MJHT");
    expect(keyring.kept.size).toBe(0);
  });

  it("is told why it failed, and invited again", async () => {
    served.stand.device.answer("access_denied");
    const host = await served.open({ argv: client });
    await get(host);
    await vi.waitFor(async () => {
      await get(host);
      expect(asked("/login/device/code").length).toBeGreaterThan(1);
    });
  });

  it("is not troubled by --check", async () => {
    const github = await Github.open(await given(client), logged());
    await expect(github.check(AbortSignal.timeout(5000))).rejects.toThrow("--login --client-id Ov23sandbox");
    expect(asked("/login/device/code")).toEqual([]);
  });

  it("logs in with --login, and out with --logout", async () => {
    const context = { ...logged(), access: undefined, signal: AbortSignal.timeout(5000) };
    const parsed = await given(client);
    served.stand.device.agree(served.stand.token("ben"));
    const told = await all(login.run(parsed, context));
    expect(told.map(({ level, title }) => `${level}: ${title}`)).toEqual([
      `note: Open ${served.stand.url}/login/device and enter the code WDJB-MJHT`,
      "ok: You are logged in, and the token is in the system's keyring",
    ]);
    expect([...keyring.kept.keys()]).toEqual([account()]);
    expect(await all(logout.run(parsed, context))).toMatchObject([{ level: "ok" }]);
    expect(await all(logout.run(parsed, context))).toMatchObject([{ level: "note" }]);
  });

  it("is not asked to log in where the token could not be kept", async () => {
    keyring.isBroken = true;
    const context = { ...logged(), access: undefined, signal: AbortSignal.timeout(5000) };
    const told = await all(login.run(await given(client), context));
    expect(told).toMatchObject([{ level: "problem", detail: "no keyring here" }]);
    expect(asked("/login/device/code")).toEqual([]);
  });

  it.each([
    ["access_denied", "The person declined"],
    ["expired_token", "The code expired"],
  ])("hears of %s in words", async (error, said) => {
    served.stand.device.answer(error);
    const context = { ...logged(), access: undefined, signal: AbortSignal.timeout(5000) };
    const told = await all(login.run(await given(client), context));
    expect(told.at(-1)).toMatchObject({ level: "problem", title: expect.stringContaining(said) });
  });
});

describe("answers on disk", () => {
  let home: string;
  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), "cache-home-"));
  });
  afterAll(() => rm(home, { recursive: true, force: true }));

  it("cost the next server nothing, and another credential gets none of them", async () => {
    vi.stubEnv("XDG_CACHE_HOME", home);
    vi.stubEnv("LOCALAPPDATA", home);
    const read = async (as: string) => {
      const host = await served.open({ as, argv: ["--cache", "disk"] });
      return (await answered(host.callTool("github_read", { owner: "acme", repo: "vault", path: "README.md" }))).meta
        .cost;
    };
    expect([await read("ada"), await read("ada"), await read("ben"), await read("ada")]).toEqual([1, 0, 1, 0]);
  });
});

describe("--check and --doctor", () => {
  const findings = async (argv: readonly string[], token?: string, access?: "write") => {
    const own = await given(argv, token === undefined ? {} : { GITHUB_TOKEN: token });
    const context = { ...logged(), access, signal: AbortSignal.timeout(5000) };
    const told = await all(doctor(own, context));
    return told.map(({ level, title }) => `${level}: ${title}`).join("\n");
  };

  it("say who it is and what is left", async () => {
    const own = await given(["--repos", "acme/*"], { GITHUB_TOKEN: served.stand.token("ada") });
    const github = await Github.open(own, logged());
    expect(await github.check(AbortSignal.timeout(5000))).toMatchObject({
      kind: "user",
      login: "ada",
      repositories: ["acme/*"],
      left: { core: { limit: 5000 } },
    });
  });

  it("tell a newcomer what to make where there is no token", async () => {
    expect(await findings([])).toMatch(/^warning: No token is given: only what is public can be read/);
  });

  it("name what a classic token lacks, and warn of one that reaches everything", async () => {
    const narrow = served.stand.issue({ login: "ada", kind: "classic", scopes: ["gist"] });
    expect(await findings([], narrow, "write")).toMatch(
      /ada's, with the scopes gist\nnote: .* lacks the scope repo\nnote: .* read:org\nnote: .* workflow/,
    );
    expect(await findings([], served.stand.token("ada"))).toContain("warning: The token reaches every repository");
    expect(await findings(["--repos", "acme/*"], served.stand.token("ada"))).not.toContain("warning");
  });

  it("warn of a token that soon runs out, and not of one that does not", async () => {
    const soon = new Date(Date.now() + 86_400_000).toISOString().replace("T", " ").replace(/\..*/, " UTC");
    const of = (expires: string) => findings([], served.stand.issue({ login: "ada", kind: "fine-grained", expires }));
    expect(await of(soon)).toContain("warning: The token runs out at");
    expect(await of("2090-01-02 03:04:05 UTC")).toContain("ok: The token is good until");
  });

  it("look at what --repos names", async () => {
    const repos = "acme/*,acme/site,acme/nope,acme/attic,nobody-here/*";
    const told = await findings(["--repos", repos], served.stand.token("ben"), "write");
    expect(told).toContain("ok: acme is there");
    expect(told).toContain("ok: acme/site is there, public, and may be pushed to");
    expect(told).toContain("problem: --repos acme/nope: GitHub does not know acme/nope");
    expect(told).toContain("warning: acme/attic is there, public, and archived");
    expect(told).toContain("problem: --repos nobody-here/*: GitHub does not know the owner nobody-here");
  });

  it("say of an App what it may not do", async () => {
    const own = await given(["--app-id", "12345"], { GITHUB_APP_PRIVATE_KEY: served.stand.app.privateKey });
    const told = await all(doctor(own, { ...logged(), access: "write", signal: AbortSignal.timeout(5000) }));
    expect(told.map(({ title }) => title)).toEqual([
      "The server acts as the GitHub App drawbridge-app",
      "It is installed for acme",
      "For acme the App may not write actions",
      "It is installed for mallory",
      "For mallory the App may not write contents, issues, pull_requests, actions",
      expect.stringContaining("requests are left"),
    ]);
  });

  it("say of a bad token what is wrong with it", async () => {
    expect(await findings([], "ghp_nobodys")).toMatch(/^problem: GitHub does not accept the token \(Bad credentials\)/);
  });
});

it("never shows a secret: not in what failed, not in what GitHub echoes, not in the log", async () => {
  const token = served.stand.token("ada");
  const { lines, log } = logged();
  const github = await Github.open(await given([], { GITHUB_TOKEN: token }), { log });
  const host = await served.open({ as: "ada" });
  const texts: string[] = [];
  for (const status of [400, 401, 403, 404, 422, 429, 500]) {
    served.stand.disturb({ status, times: 12, message: `for Bearer ${token}`, headers: { "x-echo": token } });
    const checked = github.check(AbortSignal.timeout(5000)).catch(() => {});
    texts.push((await get(host)).text);
    await checked;
    served.stand.calm();
  }
  expect(texts.filter((text) => text.includes(token))).toEqual([]);
  expect(lines.filter((line) => JSON.stringify(line).includes(token))).toEqual([]);
});
