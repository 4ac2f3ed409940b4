import { expect, it } from "vitest";
import type { GithubCall } from "../api/github-call.ts";
import { recordNamedCommit } from "./record-named-commit.ts";
import { TrustLedger } from "./trust-ledger.ts";

function recorded(ref: string | undefined): boolean {
  const ledger = new TrustLedger();
  recordNamedCommit({ ledger } as GithubCall, { owner: "acme", repo: "site" }, ref, "something");
  return ledger.sources.length > 0;
}

it.each([
  ["a sha", "0123456789abcdef0123456789abcdef01234567"],
  ["the beginning of one", "0123"],
  ["one in capitals", "0123ABCD"],
  ["a pull request's head", "refs/pull/5/head"],
  ["its short name", "pull/5/merge"],
  ["git describe's name", "v1.0.0-3-g0123abc"],
  ["a commit's parent", "0123456~1"],
  ["a commit by what it leads to", "0123456^0"],
  ["a commit by its message", ":/read the vault"],
  ["a place in a log", "main@{1}"],
  ["a fork's branch", "mallory:main"],
  ["a span", "main..mallory"],
])("holds against the default branch what was read at %s", (_, ref) => {
  expect(recorded(ref)).toBe(true);
});

it.each([undefined, "main", "v1.2.0", "feature/add-sums", "refs/heads/main", "release-2026-11"])(
  "leaves %s to those who may push there",
  (ref) => {
    expect(recorded(ref)).toBe(false);
  },
);
