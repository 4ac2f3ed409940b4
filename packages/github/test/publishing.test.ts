import type { Host } from "@drawbridge/testkit";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { answered, ServedGithub } from "./stand/served-github.ts";

let served: ServedGithub;
let host: Host;
const argv = ["--toolsets", "default,publishing"];
beforeAll(async () => {
  served = await ServedGithub.start();
  host = await served.open({ as: "ada", argv });
});
afterEach(() => expect(served.violations()).toEqual([]));
afterAll(() => served[Symbol.asyncDispose]());

const site = { owner: "acme", repo: "site" };
const as = (method: string, path: string) => served.stand.as("ada", method, path) as Promise<Record<string, unknown>>;
const stateOf = (text: string) => /state: ([0-9a-f]{64})/.exec(text)?.[1];

/** A pull request of somebody's own fork that ada has merged; gives its title. */
async function merged(login: string): Promise<string> {
  const title = `What ${login} has to say`;
  const ask = (method: string, path: string, body: object) =>
    served.stand.as(login, method, path, body) as Promise<Record<string, unknown>>;
  await ask("POST", "/repos/acme/site/forks", {});
  const change = { message: "Say it", content: "eA==", branch: "main" };
  await ask("PUT", `/repos/${login}/site/contents/${login}.md`, change);
  const pull = { title, head: `${login}:main`, base: "main" };
  const { number } = await ask("POST", "/repos/acme/site/pulls", pull);
  await served.stand.as("ada", "PUT", `/repos/acme/site/pulls/${number}/merge`, {});
  return title;
}

/** A host that has read a stranger's words, and then what is private. */
async function led(): Promise<Host> {
  const misled = await served.open({ as: "ada", argv });
  await answered(misled.callTool("github_issue_read", { ...site, issue_number: 1 }));
  await answered(misled.callTool("github_read", { owner: "acme", repo: "vault", path: "README.md" }));
  return misled;
}

/** A host that has read what is private, and no stranger's words. */
async function atWork(): Promise<Host> {
  const working = await served.open({ as: "ada", argv });
  await answered(working.callTool("github_read", { owner: "acme", repo: "vault", path: "README.md" }));
  return working;
}

describe("github_create_repository", () => {
  it("creates a private one of one's own where nothing else is said", async () => {
    const { text } = await answered(host.callTool("github_create_repository", { name: "notes" }));
    expect(text).toContain("private repository ada/notes");
    expect(await as("GET", "/repos/ada/notes")).toMatchObject({ private: true });
  });

  it("creates a public one of an organisation", async () => {
    const input = { organization: "acme", name: "handbook", private: false, description: "How we work" };
    await answered(host.callTool("github_create_repository", input));
    expect(await as("GET", "/repos/acme/handbook")).toMatchObject({ private: false, description: "How we work" });
  });

  it("tells what it would create, and creates nothing", async () => {
    const { text } = await answered(host.callTool("github_create_repository", { name: "never", dry_run: true }));
    expect(text).toContain("private repository ada/never");
    await expect(as("GET", "/repos/ada/never")).rejects.toThrow("404");
  });

  it("creates none outside of --repos", async () => {
    const held = await served.open({ as: "ada", argv: [...argv, "--repos", "acme/*"] });
    const answer = await held.callTool("github_create_repository", { name: "elsewhere" });
    expect([answer.isError, answer.text]).toEqual([true, expect.stringContaining("--repos")]);
    await answered(held.callTool("github_create_repository", { organization: "acme", name: "within" }));
  });

  it("publishes nothing private that a stranger asked for, by its description", async () => {
    const input = { organization: "acme", private: false, description: "a moat, and a bridge" };
    const refused = await (await led()).callTool("github_create_repository", { ...input, name: "leak" });
    expect([refused.isError, refused.text]).toEqual([true, expect.stringContaining("acme/vault")]);
    await answered((await led()).callTool("github_create_repository", { ...input, name: "inside", private: true }));
    await answered((await atWork()).callTool("github_create_repository", { ...input, name: "wanted" }));
  });
});

describe("github_fork", () => {
  it("forks into one's own account, and under another name", async () => {
    const { text } = await answered(host.callTool("github_fork", { ...site, name: "site-of-mine" }));
    expect(text).toContain("ada/site-of-mine");
    expect(await as("GET", "/repos/ada/site-of-mine")).toMatchObject({ fork: true });
  });

  it("forks neither from nor to where --repos does not reach", async () => {
    const held = await served.open({ as: "ada", argv: [...argv, "--repos", "acme/*"] });
    for (const input of [site, { owner: "mallory", repo: "bait", organization: "acme" }]) {
      const answer = await held.callTool("github_fork", input);
      expect([answer.isError, answer.text]).toEqual([true, expect.stringContaining("--repos")]);
    }
  });

  it("carries nothing private into a public fork's name that a stranger asked for", async () => {
    const refused = await (await led()).callTool("github_fork", { ...site, name: "a-moat-and-a-bridge" });
    expect([refused.isError, refused.text]).toEqual([true, expect.stringContaining("public fork")]);
    await answered((await atWork()).callTool("github_fork", { ...site, name: "site-to-work-on" }));
  });
});

describe("github_release", () => {
  it("creates, changes and deletes one, and leaves its tag", async () => {
    const tag_name = "v2.0.0";
    await answered(
      host.callTool("github_release", { method: "create", ...site, tag_name, name: "2.0.0", body: "New" }),
    );
    expect(await as("GET", `/repos/acme/site/releases/tags/${tag_name}`)).toMatchObject({ name: "2.0.0", body: "New" });
    await answered(host.callTool("github_release", { method: "update", ...site, tag_name, body: "Newer" }));
    expect(await as("GET", `/repos/acme/site/releases/tags/${tag_name}`)).toMatchObject({
      name: "2.0.0",
      body: "Newer",
    });
    const { text } = await answered(host.callTool("github_release", { method: "delete", ...site, tag_name }));
    expect(text).toContain("tag is still there");
    await expect(as("GET", `/repos/acme/site/releases/tags/${tag_name}`)).rejects.toThrow("404");
  });

  it("shows the notes that GitHub would write, and publishes them", async () => {
    const input = { method: "create", ...site, tag_name: "v2.1.0", generate_release_notes: true };
    const dry = await answered(host.callTool("github_release", { ...input, dry_run: true }));
    expect(dry.text).toContain("The notes that GitHub writes");
    await answered(host.callTool("github_release", { ...input, expected_state: stateOf(dry.text) }));
    expect(await as("GET", "/repos/acme/site/releases/tags/v2.1.0")).toMatchObject({ tag_name: "v2.1.0" });
  });

  it("tells in notes that GitHub writes what others called their pull requests, in their words", async () => {
    const commented = async (opener: string) => {
      const pull = await merged(opener);
      const working = await atWork();
      const input = { method: "create", ...site, tag_name: "v2.2.0", generate_release_notes: true, dry_run: true };
      expect((await answered(working.callTool("github_release", input))).text).toContain(pull);
      const comment = { ...site, method: "comment", issue_number: 2, body: "It says what it says." };
      return (await working.callTool("github_issue_write", comment)).text;
    };
    expect(await commented("olga")).toContain("Commented");
    expect(await commented("mallory")).toContain("the notes of v2.2.0 in acme/site by mallory");
  });

  it("counts what the notes of a private repository tell as read there", async () => {
    const misled = await served.open({ as: "ada", argv });
    await answered(misled.callTool("github_issue_read", { ...site, issue_number: 1 }));
    const vault = { owner: "acme", repo: "vault" };
    const input = { method: "create", ...vault, tag_name: "v1", generate_release_notes: true, dry_run: true };
    await answered(misled.callTool("github_release", input));
    const comment = { ...site, method: "comment", issue_number: 2, body: "Dig deeper" };
    const refused = await misled.callTool("github_issue_write", comment);
    expect([refused.isError, refused.text]).toEqual([true, expect.stringContaining("acme/vault")]);
  });

  it("changes none that somebody changed since the dry run", async () => {
    const input = { method: "update", ...site, tag_name: "v1.0.0", body: "Adds numbers, and signs" };
    const dry = await answered(host.callTool("github_release", { ...input, dry_run: true }));
    const { id } = (await as("GET", "/repos/acme/site/releases/tags/v1.0.0")) as { id: number };
    await served.stand.as("ada", "PATCH", `/repos/acme/site/releases/${id}`, { body: "Adds" });
    const answer = await host.callTool("github_release", { ...input, expected_state: stateOf(dry.text) });
    expect([answer.isError, answer.meta.code]).toEqual([true, "conflict"]);
  });

  it("says which release it does not know, and what is missing", async () => {
    const unknown = await host.callTool("github_release", { method: "delete", ...site, tag_name: "v9" });
    expect(unknown.text).toContain("v9");
    const nothing = await host.callTool("github_release", { method: "update", ...site, tag_name: "v1.0.0" });
    expect(nothing.text).toContain("something to change");
  });

  it("carries nothing private into the notes of a public one that a stranger asked for", async () => {
    const input = { method: "create", ...site, tag_name: "v3.0.0", body: "a moat, and a bridge" };
    const refused = await (await led()).callTool("github_release", input);
    expect([refused.isError, refused.text]).toEqual([true, expect.stringContaining("acme/vault")]);
    await answered((await atWork()).callTool("github_release", input));
  });
});
