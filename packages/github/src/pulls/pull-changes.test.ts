import { expect, it } from "vitest";
import type { GithubCall } from "../api/github-call.ts";
import { pullChanges } from "./pull-changes.ts";

const at = { owner: "acme", repo: "site", pull_number: 5 };
const head = "0123456789abcdef0123456789abcdef01234567";

/** What a change sends, whether it was foreseen before or not. */
async function sent(method: "merge" | "update_branch", isForeseen: boolean, expected_head?: string) {
  const writes: unknown[] = [];
  const pull = { title: "Mine", state: "open", head: { sha: head, label: "acme:part" }, base: { ref: "main" } };
  const request = async (route: string, { sha, expected_head_sha }: Record<string, unknown>) => {
    if (route.startsWith("PUT ")) writes.push(sha ?? expected_head_sha);
    return route.startsWith("GET ") ? pull : { sha: head };
  };
  const input = { ...at, method, ...(expected_head === undefined ? {} : { expected_head }) };
  const change = pullChanges[method](input, { request } as unknown as GithubCall);
  if (isForeseen) await change.foresee();
  await change.apply();
  return writes;
}

it.each(["merge", "update_branch"] as const)("changes no other head than was foreseen, by %s", async (method) => {
  expect(await sent(method, true)).toEqual([head]);
  expect(await sent(method, true, "f".repeat(40))).toEqual(["f".repeat(40)]);
  expect(await sent(method, false)).toEqual([undefined]);
});
