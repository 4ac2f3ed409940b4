import { describe, expect, it } from "vitest";
import { targetOf } from "./target-of.ts";

const at = { owner: "acme", repo: "tools" };
const world = { world: expect.any(String) };

describe("where a request writes", () => {
  it.each([
    "POST /repos/{owner}/{repo}/issues",
    "PUT /repos/{owner}/{repo}/pulls/{pull_number}/merge",
    "POST /repos/{owner}/{repo}/releases",
    "POST /repos/{owner}/{repo}/git/refs",
    "DELETE /repos/{owner}/{repo}",
    "PATCH /repos/{owner}/{repo}",
  ])("is the repository that it names: %s", (route) => {
    expect(targetOf(route, { ...at, name: "tools" })).toEqual(at);
  });

  it.each([
    ["POST /gists", {}],
    ["PATCH /gists/{gist_id}", { gist_id: "1" }],
    ["POST /gists/{gist_id}/comments", { gist_id: "1" }],
    ["POST /gists/{gist_id}/forks", { gist_id: "1" }],
    ["POST /user/repos", { name: "tools", private: true }],
    ["POST /orgs/{org}/repos", { org: "acme", name: "tools" }],
    ["POST /orgs/{org}/repos", { org: "acme", name: "tools", private: true, visibility: "public" }],
    ["POST /repos/{owner}/{repo}/forks", at],
    ["POST /repos/{owner}/{repo}/transfer", at],
    ["POST /repos/{template_owner}/{template_repo}/generate", at],
    ["PATCH /repos/{owner}/{repo}", { ...at, private: false }],
    ["PATCH /repos/{owner}/{repo}", { ...at, visibility: "public" }],
    ["PUT /repos/{owner}/{repo}/collaborators/{username}", { ...at, username: "mallory" }],
    ["POST /repos/{owner}/{repo}/hooks", at],
    ["POST /repos/{owner}/{repo}/pages", at],
    ["POST https://api.github.com/graphql", { query: "mutation { addStar }" }],
    ["POST /repos/acme/tools/issues", at],
  ])("is everywhere where it says no other, or opens a repository to others: %s %j", (route, parameters) => {
    expect(targetOf(route, parameters)).toEqual(world);
  });

  it("is a private repository that is only made by it", () => {
    const parameters = { org: "acme", name: "plan", private: true };
    expect(targetOf("POST /orgs/{org}/repos", parameters)).toEqual({ owner: "acme", repo: "plan", privacy: 2 });
  });

  it.each([
    "PUT /user/starred/{owner}/{repo}",
    "PUT /notifications",
    "PATCH /notifications/threads/{thread_id}",
    "PUT /repos/{owner}/{repo}/notifications",
  ])("is nowhere, where it carries no words to anybody: %s", (route) => {
    expect(targetOf(route, at)).toBeUndefined();
  });
});
