import { Octokit } from "@octokit/rest";
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

it("refuses half a character", () => {
  expect(contents("acme", "site", "\ud800")).toThrow("half of a character");
});
