import { ConnectorError, type Log } from "@drawbridge/core";
import { expect, it } from "vitest";
import { tokenCredential } from "../credentials/token-credential.ts";
import { addressesOf } from "./addresses.ts";
import type { ApiFetch } from "./api-fetch.ts";
import { apiMaker } from "./api-maker.ts";
import type { Requester } from "./github-api.ts";
import { MemoryCache } from "./memory-cache.ts";

const log: Log = { write() {}, flush: async () => {} } as unknown as Log;

/** GitHub as it is asked over a wire that answers what it is told to, and keeps what was asked. */
function wired(host: string, ...answers: Response[]) {
  const asked: { url: string; authorization: string | undefined }[] = [];
  const fetch: ApiFetch = async (url, { headers } = {}) => {
    asked.push({ url, authorization: (headers as Record<string, string> | undefined)?.authorization });
    return answers.shift() ?? Response.json({});
  };
  const { rest } = addressesOf(host);
  const api = apiMaker({ rest, fetch, log, cacheFor: () => new MemoryCache(1 << 20) })(
    tokenCredential("t", "ghp_token"),
  );
  return { api, asked };
}

const requester: Requester = {
  principal: "local",
  signal: new AbortController().signal,
  waiting() {},
  spent() {},
  follows: true,
};

it.each([
  ["github.com", "https://api.github.com/repos/acme/site"],
  ["acme.ghe.com", "https://api.acme.ghe.com/repos/acme/site"],
  ["git.acme.example", "https://git.acme.example/api/v3/repos/acme/site"],
])("asks %s where it answers", async (host, url) => {
  const { api, asked } = wired(host);
  await api.send("GET /repos/{owner}/{repo}", { owner: "acme", repo: "site" }, requester);
  expect(asked).toEqual([{ url, authorization: "token ghp_token" }]);
});

it("hands no credential to where GitHub keeps its files", async () => {
  const location = "https://logs.blob.core.windows.net/1?sig=x";
  const redirect = new Response("Over there.", { status: 302, headers: { location } });
  const { api, asked } = wired("github.com", redirect);
  await api.send("GET /repos/{owner}/{repo}/actions/jobs/{id}/logs", { owner: "a", repo: "b", id: 1 }, requester);
  expect(asked.at(-1)).toEqual({ url: location, authorization: undefined });
  expect(redirect.bodyUsed).toBe(true);
});

it("does not follow to a repository of another name, which may be out of bounds", async () => {
  const location = "https://api.github.com/repositories/7/actions/jobs/1/logs";
  const { api, asked } = wired("github.com", new Response(null, { status: 301, headers: { location } }));
  const route = "GET /repos/{owner}/{repo}/actions/jobs/{id}/logs";
  expect(await api.send(route, { owner: "a", repo: "b", id: 1 }, requester)).toMatchObject({ status: 301 });
  expect(asked.length).toBe(1);
});

it.each<[ConstructorParameters<typeof ConnectorError>[0], number]>([
  ["cancelled", 1],
  ["refused", 1],
  ["unavailable", 4],
])("asks for what only reads again where that may help: %s", async (code, times) => {
  let asked = 0;
  const fetch: ApiFetch = async () => {
    asked += 1;
    throw new ConnectorError(code, "It failed.");
  };
  const api = apiMaker({ rest: "https://api.github.com", fetch, log, cacheFor: () => new MemoryCache(1 << 20) })(
    tokenCredential("t", "ghp_token"),
  );
  const sent = api.send("POST /graphql", { query: "{ viewer { login } }" }, { ...requester, reads: true });
  await expect(sent).rejects.toMatchObject({ cause: { code } });
  expect(asked).toBe(times);
});

it("makes no more than 75 writes a minute, and says when there is room", async () => {
  const { api, asked } = wired("github.com");
  const write = () => api.send("POST /gists", { files: {} }, { ...requester, follows: false });
  for (let made = 0; made < 75; made++) await write();
  await expect(write()).rejects.toMatchObject({
    code: "rate_limited",
    message: expect.stringMatching(/in \d\d seconds/),
  });
  expect(asked.length).toBe(75);
});

const commit = { owner: "a", repo: "b", ref: "0123456789abcdef0123456789abcdef01234567" };
const ofCommit = "GET /repos/{owner}/{repo}/commits/{ref}";
const tagged = () => Response.json({}, { headers: { etag: '"x"' } });

it("asks once for what a sha names, until its credential is refused", async () => {
  const { api, asked } = wired("github.com", tagged(), new Response(null, { status: 401 }), tagged());
  for (let time = 0; time < 3; time++) await api.send(ofCommit, commit, requester);
  expect(asked.length).toBe(1);
  await expect(api.send("GET /user", {}, requester)).rejects.toThrow();
  await api.send(ofCommit, commit, requester);
  expect(asked.length).toBe(3);
});

it("asks again where a sha was answered with the repository's new name", async () => {
  const moved = () => new Response(null, { status: 301, headers: { etag: '"x"', location: "/repositories/7" } });
  const { api, asked } = wired("github.com", moved(), moved());
  for (let time = 0; time < 2; time++) await api.send(ofCommit, commit, requester);
  expect(asked.length).toBe(2);
});
