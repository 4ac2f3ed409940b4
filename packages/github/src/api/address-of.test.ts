import { Octokit } from "@octokit/rest";
import fc from "fast-check";
import { expect, it } from "vitest";
import { addressOf } from "./address-of.ts";

const { endpoint } = new Octokit().request;
const site = { owner: "acme", repo: "site" };
const contents = (owner: string, repo: string, path: string) => () =>
  addressOf(endpoint, "GET /repos/{owner}/{repo}/contents/{+path}", { owner, repo, path }).url;

it.each([
  ["acme", "..", "x"],
  ["acme", ".", "x"],
  ["..", "site", "x"],
  ["acme", "site", ".."],
  ["acme", "site", "src/../../../../user"],
  ["acme", "site", "src/%2e%2E/x"],
])("refuses %s, %s, %s, which lead elsewhere", (owner, repo, path) => {
  expect(contents(owner, repo, path)).toThrow("cannot be . or ..");
});

it.each(["../../vault/contents/x", "src/../x", "./x"])("refuses %s with its slashes escaped too", (path) => {
  const asked = () => addressOf(endpoint, "GET /repos/{owner}/{repo}/contents/{path}", { ...site, path });
  expect(asked).toThrow("cannot be . or ..");
});

it("lets dots stand where they are part of a name or a span", () => {
  const path = addressOf(endpoint, "GET /repos/{owner}/{repo}/contents/{path}", { ...site, path: "a/..b/c.." });
  const span = addressOf(endpoint, "GET /repos/{owner}/{repo}/compare/{basehead}", { ...site, basehead: "a/b...c/d" });
  expect([path.url, span.url]).toEqual([expect.stringContaining("..b"), expect.stringContaining("...")]);
});

it.each([
  ["acme", ".github", "x"],
  ["acme", "site", "..hidden/x..y"],
  ["acme", "site", "a b/..."],
])("lets %s, %s, %s be asked for", (owner, repo, path) => {
  expect(contents(owner, repo, path)()).toContain(`/repos/${owner}/${repo}/contents/`);
});

it.each<[string, Record<string, unknown>]>([
  ["GET /repos/{owner}/{repo}/contents/{path}", { ...site, path: "", ref: "main" }],
  ["GET /repos/{owner}/{repo}/compare/{basehead}", { ...site, basehead: "main...fork:topic" }],
  ["GET /search/issues", { q: "repo:acme/site is:open a+b", per_page: 20 }],
  ["POST /repos/{owner}/{repo}/issues", { ...site, title: "Seen", labels: ["a"] }],
  ["PUT /user/starred/{owner}/{repo}", site],
  ["POST https://git.acme.example/api/graphql", { query: "{ viewer { login } }", variables: {} }],
])("writes %s so that Octokit sends it as it stands", (route, parameters) => {
  expect(endpoint({ ...addressOf(endpoint, route, parameters) })).toEqual(endpoint(route, parameters));
});

it("writes any name and text so that Octokit sends it as it stands", () => {
  const text = fc.string({ unit: "binary" });
  const asked = fc.record({ owner: text, repo: text, path: text, ref: text, q: text });
  fc.assert(
    fc.property(asked, (parameters) => {
      const route = "GET /repos/{owner}/{repo}/contents/{path}";
      fc.pre(
        ![parameters.owner, parameters.repo, ...parameters.path.split("/")].some((name) => /^\.{1,2}$/.test(name)),
      );
      expect(endpoint({ ...addressOf(endpoint, route, parameters) })).toEqual(endpoint(route, parameters));
    }),
  );
});

it("refuses half a character", () => {
  expect(contents("acme", "site", "\ud800")).toThrow("half of a character");
});
