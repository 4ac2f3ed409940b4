import { expect, it } from "vitest";
import type { GithubCall } from "../api/github-call.ts";
import { isTrusted } from "./is-trusted.ts";

const facts = { owner: "acme", repo: "site", privacy: 0, isOurs: true, defaultBranch: "main" } as const;

/** What was read at a commit that is on the default branch by now. */
function read(commit: string): Promise<boolean> {
  const call = {
    cancellation: AbortSignal.any([]),
    lookUp: async () => ({ status: "behind" }),
  } as unknown as GithubCall;
  return isTrusted(call, { owner: "acme", repo: "site", author: undefined, commit, what: "a file" }, facts);
}

it.each(["pull/5/head", "refs/pull/5/merge", "REFS/PULL/5/head", "mallory:main", ":/read the vault"])(
  "trusts nothing that was read at %s, wherever that leads by now",
  async (commit) => {
    expect(await read(commit)).toBe(false);
  },
);

it.each(["0123456789abcdef0123456789abcdef01234567", "0123abc", "v1.0.0-3-g0123abc", "main~1"])(
  "trusts what was read at %s where the default branch has it",
  async (commit) => {
    expect(await read(commit)).toBe(true);
  },
);
