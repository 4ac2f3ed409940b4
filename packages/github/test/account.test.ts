import type { Host } from "@drawbridge/testkit";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { answered, ServedGithub } from "./stand/served-github.ts";

let served: ServedGithub;
let host: Host;
let held: Host;
const argv = ["--toolsets", "default,notifications,orgs,stars,labels"];
beforeAll(async () => {
  served = await ServedGithub.start();
  host = await served.open({ as: "ada", argv });
  held = await served.open({ as: "ada", argv: [...argv, "--repos", "acme/site"] });
});
afterEach(() => expect(served.violations()).toEqual([]));
afterAll(() => served[Symbol.asyncDispose]());

const site = { owner: "acme", repo: "site" };
const as = (login: string, method: string, path: string, body?: unknown) =>
  served.stand.as(login, method, path, body) as Promise<never>;

interface Told {
  readonly items: readonly Record<string, unknown>[];
  readonly outside_repos?: number;
  readonly nextCursor?: string;
}

async function told(tool: string, input: Record<string, unknown>, by = host): Promise<Told> {
  return (await answered(by.callTool(tool, input))).structured as unknown as Told;
}

async function refusal(tool: string, input: Record<string, unknown>, by = host): Promise<string> {
  const { isError, text } = await by.callTool(tool, input);
  expect(isError).toBe(true);
  return text;
}

describe("github_notifications_read", () => {
  it("lists what is unread, with the number of what it is about", async () => {
    const { items } = await told("github_notifications_read", {});
    expect(items[0]).toMatchObject({ thread_id: 1, repository: "acme/site", type: "PullRequest", number: 5 });
    expect(items.map(({ repository }) => repository)).toEqual(["acme/site", "acme/vault", "mallory/bait"]);
  });

  it("leaves out and counts what is about repositories outside of --repos", async () => {
    const { items, outside_repos } = await told("github_notifications_read", {}, held);
    expect([items.map(({ repository }) => repository), outside_repos]).toEqual([["acme/site"], 2]);
    expect(await refusal("github_notifications_read", { owner: "acme", repo: "vault" }, held)).toContain("--repos");
  });

  it("lists those of one repository, and page by page", async () => {
    expect((await told("github_notifications_read", site)).items).toHaveLength(1);
    const first = await told("github_notifications_read", { limit: 2 });
    const second = await told("github_notifications_read", { limit: 2, cursor: first.nextCursor });
    expect([first.items.length, second.items.map(({ thread_id }) => thread_id)]).toEqual([2, [3]]);
  });
});

describe("github_notifications_write", () => {
  it("marks one as read and as done, also after strangers' words and private ones were read", async () => {
    await told("github_notifications_read", {});
    await answered(host.callTool("github_notifications_write", { method: "mark_read", thread_id: 3 }));
    expect((await told("github_notifications_read", {})).items.map(({ thread_id }) => thread_id)).toEqual([1, 2]);
    await answered(host.callTool("github_notifications_write", { method: "mark_done", thread_id: 3 }));
    expect((await told("github_notifications_read", { all: true })).items).toHaveLength(2);
  });

  it("mutes and leaves what one is about", async () => {
    await answered(host.callTool("github_notifications_write", { method: "mute", thread_id: 2 }));
    expect(await as("ada", "GET", "/notifications/threads/2/subscription")).toMatchObject({ ignored: true });
    await answered(host.callTool("github_notifications_write", { method: "unsubscribe", thread_id: 2 }));
  });

  it("touches none outside of --repos, by its number or with all others", async () => {
    const byNumber = await refusal("github_notifications_write", { method: "mark_read", thread_id: 2 }, held);
    expect(byNumber).toContain("--repos");
    expect(await refusal("github_notifications_write", { method: "mark_all_read" }, held)).toContain("owner and repo");
    await answered(held.callTool("github_notifications_write", { method: "mark_all_read", ...site }));
    expect((await told("github_notifications_read", {})).items.map(({ thread_id }) => thread_id)).toEqual([2]);
  });
});

describe("github_orgs", () => {
  beforeAll(async () => {
    await as("ada", "POST", "/orgs/acme/teams", { name: "Masons", description: "Build the bridge" });
    await as("ada", "PUT", "/orgs/acme/teams/masons/memberships/ben", { role: "member" });
  });

  it("lists one's own, and tells of one", async () => {
    expect((await told("github_orgs", { method: "list" })).items).toMatchObject([{ login: "acme" }]);
    expect((await told("github_orgs", { method: "get", org: "acme" })).items).toMatchObject([{ name: "Acme" }]);
  });

  it("lists teams, and who is in them", async () => {
    const { items } = await told("github_orgs", { method: "teams", org: "acme" });
    expect(items).toContainEqual(expect.objectContaining({ slug: "masons", description: "Build the bridge" }));
    const team = { org: "acme", team_slug: "masons" };
    expect((await told("github_orgs", { method: "team", ...team })).items).toMatchObject([{ name: "Masons" }]);
    const members = await told("github_orgs", { method: "team_members", ...team });
    expect(members.items).toContainEqual({ login: "ben" });
    const all = await told("github_orgs", { method: "members", org: "acme" });
    expect(all.items.map(({ login }) => login).sort()).toEqual(["ada", "ben", "rita"]);
  });

  it("tells only of organisations that --repos names whole", async () => {
    expect(await refusal("github_orgs", { method: "teams", org: "acme" }, held)).toContain("acme/* to --repos");
    expect((await told("github_orgs", { method: "list" }, held)).items).toEqual([]);
    const whole = await served.open({ as: "ada", argv: [...argv, "--repos", "acme/*"] });
    expect((await told("github_orgs", { method: "teams", org: "acme" }, whole)).items).toHaveLength(2);
  });

  it("says what a method needs", async () => {
    expect(await refusal("github_orgs", { method: "team", org: "acme" })).toContain("needs team_slug");
    expect(await refusal("github_orgs", { method: "teams", org: "acme", role: "admin" })).toContain("by role");
  });
});

describe("stars", () => {
  it("are listed, given and taken", async () => {
    expect((await told("github_stars_read", {})).items).toMatchObject([{ full_name: "acme/site" }]);
    expect((await told("github_stars_read", site)).items).toEqual([{ login: "ada" }]);
    const starring = await served.open({ as: "ada", argv });
    await answered(starring.callTool("github_stars_write", { method: "unstar", ...site }));
    expect((await told("github_stars_read", {})).items).toEqual([]);
    await answered(starring.callTool("github_stars_write", { method: "star", ...site }));
    expect((await told("github_stars_read", { username: "ada" })).items).toHaveLength(1);
  });

  it("of repositories outside of --repos are neither shown nor given", async () => {
    await as("ada", "PUT", "/user/starred/mallory/bait");
    const { items, outside_repos } = await told("github_stars_read", {}, held);
    expect([items.map(({ full_name }) => full_name), outside_repos]).toEqual([["acme/site"], 1]);
    const bait = { method: "star", owner: "mallory", repo: "bait" };
    expect(await refusal("github_stars_write", bait, held)).toContain("--repos");
  });
});

describe("github_labels_write", () => {
  const change = (input: Record<string, unknown>) => held.callTool("github_labels_write", { ...site, ...input });

  it("creates, changes and deletes a label", async () => {
    const label = { kind: "label", name: "moat" };
    await answered(change({ ...label, method: "create", color: "0000ff", description: "Water" }));
    await answered(change({ ...label, method: "update", new_name: "ditch" }));
    expect(await as("ada", "GET", "/repos/acme/site/labels/ditch")).toMatchObject({ color: "0000ff" });
    await answered(change({ kind: "label", method: "delete", name: "ditch" }));
    await expect(as("ada", "GET", "/repos/acme/site/labels/ditch")).rejects.toThrow("404");
  });

  it("creates, changes and deletes a milestone", async () => {
    const { meta } = await answered(change({ kind: "milestone", method: "create", title: "2.0" }));
    const milestone = { kind: "milestone", milestone_number: meta.number };
    await answered(change({ ...milestone, method: "update", state: "closed" }));
    expect(await as("ada", "GET", `/repos/acme/site/milestones/${meta.number}`)).toMatchObject({ state: "closed" });
    await answered(change({ ...milestone, method: "delete" }));
  });

  it("shows what it would do, and does not where the label is another by then", async () => {
    await answered(change({ kind: "label", method: "create", name: "tower", color: "ffffff" }));
    const input = { kind: "label", method: "delete", name: "tower" };
    const { text } = await answered(change({ ...input, dry_run: true }));
    expect(text).toContain("take it from all issues");
    await as("ada", "PATCH", "/repos/acme/site/labels/tower", { description: "Needed" });
    const answer = await change({ ...input, expected_state: /state: ([0-9a-f]{64})/.exec(text)?.[1] });
    expect([answer.isError, answer.meta.code]).toEqual([true, "conflict"]);
  });

  it.each([
    ["a label without its name", { kind: "label", method: "create" }, "needs name"],
    ["a change of nothing", { kind: "milestone", method: "update", milestone_number: 1 }, "something to change"],
    ["a colour that is none", { kind: "label", method: "create", name: "a", color: "#fff" }, "six hexadecimal digits"],
    ["a label that is there already", { kind: "label", method: "create", name: "bug" }, "exists already"],
    ["a milestone that is not there", { kind: "milestone", method: "delete", milestone_number: 99 }, "99"],
  ])("refuses %s", async (_, input, said) => {
    const { isError, text } = await change(input);
    expect([isError, text]).toEqual([true, expect.stringContaining(said)]);
  });

  it("carries nothing private into the label of a public repository that a stranger asked for", async () => {
    const label = { kind: "label", method: "create", ...site, name: "moat", description: "and a bridge" };
    const vault = { owner: "acme", repo: "vault", path: "README.md" };
    const misled = await served.open({ as: "ada", argv });
    await answered(misled.callTool("github_issue_read", { ...site, issue_number: 1 }));
    await answered(misled.callTool("github_read", vault));
    expect(await refusal("github_labels_write", label, misled)).toContain("acme/vault");
    const working = await served.open({ as: "ada", argv });
    await answered(working.callTool("github_read", vault));
    await answered(working.callTool("github_labels_write", label));
  });
});
