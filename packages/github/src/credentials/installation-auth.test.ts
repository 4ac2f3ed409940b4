import { generateKeyPairSync } from "node:crypto";
import type { Log } from "@drawbridge/core";
import { expect, it } from "vitest";
import type { ApiFetch } from "../api/api-fetch.ts";
import { apiMaker } from "../api/api-maker.ts";
import { AppSource } from "./app-source.ts";

const log: Log = { write() {}, flush: async () => {} } as unknown as Log;
const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });

it.each<[string, Record<string, string>]>([
  ["GET /repos/{owner}/{repo}/contents/{path}", { path: "installation" }],
  ["GET /repos/{owner}/{repo}/labels/{name}", { name: "Installation" }],
  ["GET /repos/{owner}/{repo}/branches/{branch}", { branch: "installation" }],
  ["DELETE /repos/{owner}/{repo}/labels/{name}", { name: "installation" }],
  ["GET /repos/{owner}/{repo}/contents/{path}", { path: "readme.md" }],
])("asks %s as the installation, whatever the name: %j", async (route, parameters) => {
  const asked: (readonly [string, string])[] = [];
  const fetch: ApiFetch = async (url, { method, headers } = {}) => {
    const { authorization } = headers as Record<string, string>;
    asked.push([`${method} ${new URL(url).pathname}`, authorization?.replace(/(?<=bearer ).*/, "…") ?? ""]);
    const expires_at = new Date(Date.now() + 3_600_000).toISOString();
    return Response.json({ id: 100, token: "ghs_token", expires_at, permissions: {}, repository_selection: "all" });
  };
  const apiFor = apiMaker({ rest: "https://api.github.com", fetch, log, cacheFor: () => undefined });
  const pem = privateKey.export({ type: "pkcs1", format: "pem" }).toString();
  const source = new AppSource({ appId: "1", privateKey: pem, owners: [], apiFor });
  const api = await source.apiFor("acme");
  const requester = { principal: "", signal: new AbortController().signal, waiting() {}, spent() {} };
  await api.send(route, { owner: "acme", repo: "site", ...parameters }, requester);
  const [method] = route.split(" ");
  expect(asked).toEqual([
    ["GET /orgs/acme/installation", "bearer …"],
    ["POST /app/installations/100/access_tokens", "bearer …"],
    [expect.stringMatching(`^${method} /repos/acme/site/`), "token ghs_token"],
  ]);
});
