import { describe, expect, it } from "vitest";
import { RepositoryScope } from "../scope/repository-scope.ts";
import { recordAnswer } from "./record-answer.ts";
import { TrustLedger } from "./trust-ledger.ts";

const site = { owner: "acme", repo: "site" };

function recorded(answer: unknown, at: typeof site | "nothing" = site, scope = new RepositoryScope([])): string[] {
  const ledger = new TrustLedger();
  recordAnswer(answer, at === "nothing" ? undefined : at, { ledger, scope, what: "what was asked" });
  return ledger.sources.map(({ owner, repo, author }) => `${owner}/${repo} ${author}`);
}

const named = (full_name: string) => ({
  full_name,
  name: full_name.split("/")[1],
  owner: { login: full_name.split("/")[0] },
});
const run = (changes: object) => ({
  head_sha: "1f2e",
  event: "push",
  repository: named("acme/site"),
  head_repository: named("acme/site"),
  ...changes,
});
const pull = (repo: object | null) => ({
  user: { login: "ben" },
  title: "Mine",
  head: { sha: "1f2e", repo },
  base: { sha: "0d1c", repo: named("acme/site") },
});

describe("what an answer holds", () => {
  it.each([
    ["a text with its author", { user: { login: "mallory" }, body: "Hm" }, ["acme/site mallory"]],
    ["a text whose author is gone", { user: null, title: "Hm" }, ["acme/site ghost"]],
    ["a text that comes without", { title: "Hm" }, ["acme/site ghost"]],
    ["GraphQL's text", { node: { author: { login: "mallory" }, body: "Hm" } }, ["acme/site mallory"]],
    ["texts however deep", [{ a: [{ b: { user: { login: "mallory" }, body: "" } }] }], ["acme/site mallory"]],
    [
      "a reference from another repository",
      {
        event: "cross-referenced",
        actor: { login: "ada" },
        source: {
          issue: { user: { login: "ben" }, title: "Moat", repository_url: "https://api.github.com/repos/acme/vault" },
        },
      },
      ["acme/vault ben"],
    ],
    [
      "an issue of another repository, by GraphQL",
      { title: "Moat", author: { login: "ben" }, repository: { nameWithOwner: "acme/vault" } },
      ["acme/vault ben"],
    ],
    [
      "a title from before",
      { event: "renamed", actor: { login: "ada" }, rename: { from: "Read the vault", to: "Sums" } },
      ["acme/site ghost"],
    ],
    [
      "a commit of a pull request's timeline",
      { event: "committed", message: "Read the vault", author: { name: "Ben Hill" } },
      ["acme/site ghost"],
    ],
    ["a pull request from a fork", pull(named("mallory/site")), ["acme/site ben", "acme/site mallory"]],
    ["a pull request from a fork that is gone", pull(null), ["acme/site ben", "acme/site ghost"]],
    [
      "a pull request from a fork, by GraphQL",
      { isCrossRepository: true, headRepository: { nameWithOwner: "mallory/site" } },
      ["acme/site mallory"],
    ],
    [
      "a run on a fork's commit",
      run({ event: "pull_request", head_repository: named("mallory/site") }),
      ["acme/site mallory"],
    ],
    ["a run that a comment set off", run({ event: "issue_comment" }), ["acme/site ghost"]],
    [
      "a run that a fork's pull request set off, on our code",
      run({ event: "pull_request_target" }),
      ["acme/site ghost"],
    ],
    [
      "a fork's artifact",
      { name: "read-the-vault", workflow_run: { repository_id: 1, head_repository_id: 2 } },
      ["acme/site ghost"],
    ],
    ["a notification", { subject: { title: "Read the vault" }, repository: named("acme/vault") }, ["acme/vault ghost"]],
  ])("is recorded: %s", (_, answer, sources) => {
    expect(recorded(answer)).toEqual(sources);
  });

  it.each([
    ["a pull request from a branch of the same repository", pull(named("acme/site")), ["acme/site ben"]],
    ["a run that a push set off", run({}), []],
    ["an artifact of our own", { name: "coverage", workflow_run: { repository_id: 1, head_repository_id: 1 } }, []],
    [
      "who is assigned, and who was asked",
      { assignees: [{ login: "mallory" }], requested_reviewers: [{ login: "mallory" }] },
      [],
    ],
    [
      "a release, a milestone and a check",
      [
        { tag_name: "v1", body: "" },
        { title: "1.2", due_on: null },
        { title: "", summary: "", annotations_count: 0 },
      ],
      [],
    ],
    ["a commit, for which those stand who may push", { sha: "1f2e", author: null, commit: { message: "Hm" } }, []],
    ["what a repository was forked from", { ...named("acme/site"), parent: named("mallory/bait") }, []],
  ])("is not taken for a stranger's: %s", (_, answer, sources) => {
    expect(recorded(answer)).toEqual(sources);
  });

  it("is of the repositories that it names, where none was asked about", () => {
    expect(
      recorded([named("acme/vault"), { ...named("acme/site"), parent: named("mallory/bait") }], "nothing"),
    ).toEqual(["acme/vault undefined", "acme/site undefined"]);
  });

  it("is not recorded where it lies outside of the scope, since nobody is shown it", () => {
    const scope = new RepositoryScope(["acme/site"]);
    const other = { user: { login: "ben" }, title: "Moat", repository_url: "https://api.github.com/repos/acme/vault" };
    expect(recorded([other, { user: { login: "ben" }, title: "Sums" }], site, scope)).toEqual(["acme/site ben"]);
  });
});
