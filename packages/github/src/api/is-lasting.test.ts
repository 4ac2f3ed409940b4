import { expect, it } from "vitest";
import { isLasting } from "./is-lasting.ts";

const sha = "0123456789abcdef0123456789abcdef01234567";
const at = { owner: "acme", repo: "site" };

it.each([
  ["GET /repos/{owner}/{repo}/git/blobs/{file_sha}", { file_sha: sha }],
  ["GET /repos/{owner}/{repo}/git/trees/{tree_sha}", { tree_sha: sha, recursive: "1" }],
  ["GET /repos/{owner}/{repo}/git/commits/{commit_sha}", { commit_sha: sha }],
  ["GET /repos/{owner}/{repo}/commits/{ref}", { ref: sha, page: 2 }],
  ["GET /repos/{owner}/{repo}/contents/{path}", { path: "src/main.ts", ref: sha }],
  ["GET /repos/{owner}/{repo}/compare/{basehead}", { basehead: `${sha}...${sha}` }],
])("lasts: %s of what its sha names", (route, parameters) => {
  expect(isLasting(route, { ...at, ...parameters })).toBe(true);
});

it.each([
  ["a branch's file", "GET /repos/{owner}/{repo}/contents/{path}", { path: "src/main.ts", ref: "main" }],
  ["a file of the default branch", "GET /repos/{owner}/{repo}/contents/{path}", { path: sha }],
  ["a path that looks like an object's", "GET /repos/{owner}/{repo}/contents/{path}", { path: `git/blobs/${sha}` }],
  ["a branch's commit", "GET /repos/{owner}/{repo}/commits/{ref}", { ref: `heads/${sha}` }],
  ["a sha cut short, which may come to name nothing", "GET /repos/{owner}/{repo}/commits/{ref}", { ref: sha.slice(1) }],
  ["what a branch has since a commit", "GET /repos/{owner}/{repo}/compare/{basehead}", { basehead: `${sha}...main` }],
  ["a fork's commits", "GET /repos/{owner}/{repo}/compare/{basehead}", { basehead: `${sha}...acme:${sha}` }],
  ["a commit's checks", "GET /repos/{owner}/{repo}/commits/{ref}/check-runs", { ref: sha }],
  ["a repository", "GET /repos/{owner}/{repo}", {}],
  ["something else that names one", "POST /repos/{owner}/{repo}/git/commits", { commit_sha: sha }],
])("does not last: %s", (_what, route, parameters) => {
  expect(isLasting(route, { ...at, ...parameters })).toBe(false);
});
