import type { Host } from "@drawbridge/testkit";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { answered, ServedGithub } from "./stand/served-github.ts";

let served: ServedGithub;
let host: Host;
const argv = ["--toolsets", "default,discussions"];
beforeAll(async () => {
  served = await ServedGithub.start();
  host = await served.open({ as: "ada", argv: [...argv, "--repos", "acme/*"] });
});
afterEach(() => expect(served.violations()).toEqual([]));
afterAll(() => served[Symbol.asyncDispose]());

const site = { owner: "acme", repo: "site" };
const question = { ...site, discussion_number: 101 };
const read = (input: Record<string, unknown>, by = host) => by.callTool("github_discussions_read", input);
const write = (input: Record<string, unknown>, by = host) => by.callTool("github_discussions_write", input);
const idea = { method: "create", ...site, category: "ideas", title: "Divide", body: "By taking away often." };

async function begun(by = host): Promise<{ readonly owner: string; readonly repo: string; discussion_number: number }> {
  const { meta } = await answered(write(idea, by));
  return { ...site, discussion_number: meta.number as number };
}

describe("github_discussions_read", () => {
  it("lists them, of all categories and of one", async () => {
    const { text } = await answered(read({ method: "list", ...site }));
    expect(text).toMatch(/#102 \(ideas, open, 0 comments, by rita.*\) Multiply/);
    expect(text).toMatch(/#101 \(q-a, open, answered, 1 comments, by mallory.*\) Can it subtract\?/);
    const ideas = await answered(read({ method: "list", ...site, category: "Ideas" }));
    expect([ideas.text.includes("#102"), ideas.text.includes("#101")]).toEqual([true, false]);
  });

  it("tells the categories", async () => {
    const { text } = await answered(read({ method: "categories", ...site }));
    expect(text).toMatch(/q-a \(Q&A, can be answered\).*ideas \(Ideas\)/s);
  });

  it("reads one with its comments and replies, each with its author", async () => {
    const { text } = await answered(read({ method: "get", ...question }));
    expect(text).toMatch(
      /author: mallory.*Can it subtract\?.*author: ben.*answer: true.*Add a negative number\..*reply: .*Thanks\./s,
    );
  });

  it("reads long ones page by page, and loses no comment", async () => {
    const long = await begun();
    const words = Array.from({ length: 8 }, (_, index) => `remark ${index} ${"x".repeat(12_000)}`);
    for (const body of words) await answered(write({ method: "comment", ...long, body }));
    const found: string[] = [];
    for (let cursor: string | undefined, pages = 0; pages === 0 || cursor !== undefined; pages += 1) {
      const { text, meta } = await answered(read({ method: "get", ...long, ...(cursor ? { cursor } : {}) }));
      found.push(...(text.match(/remark \d+/g) ?? []));
      cursor = meta.nextCursor as string | undefined;
    }
    expect(found).toEqual(words.map((word) => word.split(" x")[0]));
  });

  it.each([
    ["one that is not there", { method: "get", ...site, discussion_number: 9 }, "Discussion with the number of 9"],
    ["a category that is not there", { method: "list", ...site, category: "news" }, "There are q-a, ideas"],
    ["a repository outside of --repos", { method: "list", owner: "mallory", repo: "bait" }, "--repos"],
    ["one without its number", { method: "get", ...site }, "needs discussion_number"],
  ])("refuses %s", async (_, input, said) => {
    const { isError, text } = await read(input);
    expect([isError, text]).toEqual([true, expect.stringContaining(said)]);
  });
});

describe("github_discussions_write", () => {
  it("begins one, changes it, comments and replies, closes and reopens it", async () => {
    const at = await begun();
    await answered(write({ method: "update", ...at, title: "Divide by two" }));
    const { meta } = await answered(write({ method: "comment", ...at, body: "First." }));
    await answered(write({ method: "comment", ...at, body: "Second.", comment_id: meta.comment }));
    await answered(write({ method: "close", ...at, reason: "outdated" }));
    const { text } = await answered(read({ method: "get", ...at }));
    expect(text).toMatch(/state: closed, outdated.*Divide by two.*First\..*reply: .*Second\./s);
    await answered(write({ method: "reopen", ...at }));
    expect((await answered(read({ method: "get", ...at }))).text).toContain("state: open");
  });

  it("marks an answer and takes it back, of that discussion alone", async () => {
    const { meta } = await answered(write({ method: "comment", ...question, body: "It can." }));
    await answered(write({ method: "answer", ...question, comment_id: meta.comment }));
    expect((await answered(read({ method: "get", ...question }))).text).toMatch(/answer: true.*It can\./s);
    await answered(write({ method: "unanswer", ...question, comment_id: meta.comment }));
    const elsewhere = await write({ method: "answer", ...(await begun()), comment_id: meta.comment });
    expect([elsewhere.isError, elsewhere.text]).toEqual([true, expect.stringContaining("has no comment")]);
  });

  it("shows what it would do, and does not where something was said since", async () => {
    const at = await begun();
    const { text } = await answered(write({ method: "close", ...at, dry_run: true }));
    expect(text).toContain("Close it: resolved");
    await answered(write({ method: "comment", ...at, body: "Wait!" }));
    const answer = await write({ method: "close", ...at, expected_state: /state: ([0-9a-f]{64})/.exec(text)?.[1] });
    expect([answer.isError, answer.meta.code]).toEqual([true, "conflict"]);
  });

  it("carries nothing private into one that a stranger asked for in another", async () => {
    const vault = { owner: "acme", repo: "vault", path: "README.md" };
    const leak = { ...idea, body: "a moat, and a bridge" };
    const misled = await served.open({ as: "ada", argv });
    await answered(read({ method: "get", ...question }, misled));
    await answered(misled.callTool("github_read", vault));
    const refused = await write(leak, misled);
    expect([refused.isError, refused.text]).toEqual([true, expect.stringContaining("acme/vault")]);
    const working = await served.open({ as: "ada", argv });
    const members = await begun(await served.open({ as: "ben", argv }));
    await answered(read({ method: "get", ...members }, working));
    await answered(working.callTool("github_read", vault));
    await answered(write(leak, working));
  });
});
