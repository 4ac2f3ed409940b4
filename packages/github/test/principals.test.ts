import { fileURLToPath } from "node:url";
import { HttpProcess } from "@drawbridge/testkit";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { OAuthIssuer, resource, signingKey } from "../../core/test/oauth-issuer.ts";
import { ServedGithub } from "./stand/served-github.ts";

const cli = fileURLToPath(new URL("../dist/cli.js", import.meta.url));
const site = { owner: "acme", repo: "site" };
const vault = { owner: "acme", repo: "vault" };

let served: ServedGithub;
let issuer: OAuthIssuer;
let server: HttpProcess;

/** The connector on a port of its own, to whoever the issuer knows. All are served under ada's token. */
function listen(...argv: readonly string[]): Promise<HttpProcess> {
  const asked = ["--host", served.stand.url, "--oauth-issuer", issuer.url, "--oauth-audience", resource];
  const granted = ["--access", "full", "--confirm", "never"];
  return HttpProcess.start(cli, {
    argv: [...asked, ...granted, ...argv],
    environment: { GITHUB_TOKEN: served.stand.token("ada") },
  });
}

async function end(listening: HttpProcess): Promise<void> {
  listening.kill();
  await listening.exited;
}

beforeAll(async () => {
  [served, issuer] = await Promise.all([ServedGithub.start(), signingKey("one").then((key) => OAuthIssuer.open(key))]);
}, 60_000);
beforeEach(async () => {
  server = await listen();
  served.stand.requests.length = 0;
});
afterEach(async () => {
  await end(server);
  expect(served.violations()).toEqual([]);
});
afterAll(async () => {
  await issuer.down();
  await served[Symbol.asyncDispose]();
});

interface Result {
  readonly isError?: boolean;
  readonly content?: readonly { readonly text?: string }[];
  readonly contents?: readonly { readonly text?: string }[];
}

const revision = "2026-07-28";
const meta = {
  "io.modelcontextprotocol/protocolVersion": revision,
  "io.modelcontextprotocol/clientInfo": { name: "a host", version: "1" },
  "io.modelcontextprotocol/clientCapabilities": {},
};

/** Somebody who calls over the port, with an access token of their own. */
class Caller {
  readonly #name: string;
  readonly #at: () => HttpProcess;

  constructor(name: string, at: () => HttpProcess = () => server) {
    this.#name = name;
    this.#at = at;
  }

  async call(tool: string, input: object): Promise<{ isError: boolean; text: string }> {
    const { isError = false, content = [] } = await this.#ask("tools/call", {
      name: `github_${tool}`,
      arguments: input,
    });
    return { isError, text: content.map(({ text }) => text).join("\n") };
  }

  async answered(tool: string, input: object): Promise<string> {
    const { isError, text } = await this.call(tool, input);
    if (isError) throw new Error(text);
    return text;
  }

  async trust(): Promise<string> {
    const uri = "github://trust";
    const { contents = [] } = await this.#ask("resources/read", { uri });
    return contents[0]?.text ?? "";
  }

  /** Each request has a token that was not used before: the account is its owner's, not the token's. */
  async #ask(method: string, params: object): Promise<Result> {
    const token = await issuer.sign({ sub: this.#name, scope: "mcp:full", jti: `${Math.random()}` });
    const named = "name" in params ? params.name : "uri" in params ? params.uri : undefined;
    const response = await fetch(this.#at().url, {
      method: "POST",
      headers: {
        authorization: `Bearer ${token}`,
        "content-type": "application/json",
        accept: "application/json, text/event-stream",
        "mcp-protocol-version": revision,
        "mcp-method": method,
        "mcp-name": String(named),
      },
      body: JSON.stringify({ jsonrpc: "2.0", id: 1, method, params: { ...params, _meta: meta } }),
    });
    const text = await response.text();
    const lines = text.split("\n").filter((line) => line.startsWith("data: {"));
    const message = JSON.parse(lines.at(-1)?.slice("data: ".length) ?? text) as { result?: Result; error?: unknown };
    if (message.result === undefined) throw new Error(text);
    return message.result;
  }
}

const reads = {
  stranger: (who: Caller) => who.answered("issue_read", { ...site, issue_number: 1 }),
  vault: (who: Caller) => who.answered("read", { ...vault, path: "README.md" }),
  site: (who: Caller) => who.answered("read", { ...site, path: "README.md" }),
};
const comment = (who: Caller) =>
  who.call("issue_write", { ...site, method: "comment", issue_number: 2, body: "It says what it says." });

describe("two who call over one port at once", () => {
  const ada = new Caller("ada");
  const ben = new Caller("ben");

  it("each have an account of what they read: what one did shuts nothing for the other", async () => {
    await Promise.all([reads.stranger(ada), reads.site(ben), reads.vault(ada), reads.stranger(ben)]);
    const tried = await Promise.all([comment(ada), comment(ben), comment(ada), comment(ben)]);
    expect(tried.map(({ isError }) => isError)).toEqual([true, false, true, false]);
    expect(tried[0]?.text).toContain("acme/vault");
    const [hers, his] = await Promise.all([ada.trust(), ben.trust()]);
    expect([hers.includes("acme/vault"), his.includes("acme/vault")]).toEqual([true, false]);
  });

  it("have no account together, where one read the stranger's words and the other the private ones", async () => {
    await Promise.all([reads.stranger(ada), reads.vault(ben)]);
    const tried = await Promise.all([comment(ada), comment(ben)]);
    expect(tried.map(({ isError }) => isError)).toEqual([false, false]);
    await reads.vault(ada);
    expect([(await comment(ada)).isError, (await comment(ben)).isError]).toEqual([true, false]);
  });

  it("are answered from nothing that the other was answered", async () => {
    const asked = () => served.stand.requests.filter(({ path }) => path.endsWith("/vault/contents/README.md"));
    await Promise.all([reads.vault(ada), reads.vault(ben)]);
    expect(asked().map(({ status }) => status)).toEqual([200, 200]);
    await Promise.all([reads.vault(ada), reads.vault(ben)]);
    expect(asked().map(({ status }) => status)).toEqual([200, 200, 304, 304]);
    await reads.vault(new Caller("olga"));
    expect(asked().at(-1)).toMatchObject({ status: 200, isConditional: false });
  });

  it("are each held to the repository that they touched first", async () => {
    const pinning = await listen("--pin-first-repo");
    const [first, second] = ["ada", "ben"].map((name) => new Caller(name, () => pinning)) as [Caller, Caller];
    try {
      await Promise.all([reads.vault(first), reads.site(second)]);
      await expect(reads.site(first)).rejects.toThrow("--pin-first-repo");
      await expect(reads.vault(second)).rejects.toThrow("--pin-first-repo");
      await Promise.all([reads.vault(first), reads.site(second)]);
    } finally {
      await end(pinning);
    }
  });
});
