import type { Host } from "@drawbridge/testkit";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { answered, ServedGithub } from "./stand/served-github.ts";

let served: ServedGithub;
let host: Host;
beforeAll(async () => {
  served = await ServedGithub.start();
  host = await served.open({ as: "ada", argv: ["--repos", "acme/*"] });
});
afterEach(() => expect(served.violations()).toEqual([]));
afterAll(() => served[Symbol.asyncDispose]());

const guide = { owner: "acme", repo: "site", path: "docs/guide.md" };

interface Told {
  readonly commit: string;
  readonly ranges: readonly { readonly start_line: number; readonly end_line: number; readonly author: string }[];
  readonly nextCursor?: string;
}

async function blame(input: Record<string, unknown>): Promise<Told> {
  return (await answered(host.callTool("github_blame", input))).structured as unknown as Told;
}

describe("github_blame", () => {
  it("names who wrote which lines, and the commit", async () => {
    const { commit, ranges } = await blame(guide);
    expect(commit).toMatch(/^[0-9a-f]{40}$/);
    expect(ranges).toMatchObject([
      { start_line: 1, end_line: 3, author: "ada", message: "Add the site" },
      { start_line: 4, end_line: 5, author: "ben", message: "Show an example" },
    ]);
  });

  it("tells only the lines asked for", async () => {
    const { ranges } = await blame({ ...guide, start_line: 2, end_line: 4 });
    expect([ranges[0]?.start_line, ranges.at(-1)?.end_line]).toEqual([2, 4]);
  });

  it.each([
    ["a file that is not there", { path: "docs/nothing.md" }, "github_tree"],
    ["a folder", { path: "docs" }, "is no file"],
    ["a branch that is not there", { ref: "nowhere" }, "nowhere"],
    ["lines that end before they begin", { start_line: 4, end_line: 2 }, "end_line"],
    ["a repository outside of --repos", { owner: "mallory", repo: "bait", path: "README.md" }, "--repos"],
  ])("refuses %s", async (_, input, said) => {
    const answer = await host.callTool("github_blame", { ...guide, ...input });
    expect([answer.isError, answer.text]).toEqual([true, expect.stringContaining(said)]);
  });
});
