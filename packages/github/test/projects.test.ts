import type { Host } from "@drawbridge/testkit";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { answered, ServedGithub } from "./stand/served-github.ts";

let served: ServedGithub;
let host: Host;
const argv = ["--toolsets", "default,projects"];
beforeAll(async () => {
  served = await ServedGithub.start();
  host = await served.open({ as: "ada", argv: [...argv, "--repos", "acme/*"] });
});
afterEach(() => expect(served.violations()).toEqual([]));
afterAll(() => served[Symbol.asyncDispose]());

const roadmap = { owner: "acme", project_number: 1 };
const inside = { owner: "acme", project_number: 2 };

interface Told {
  readonly items: readonly Record<string, unknown>[];
  readonly hidden?: number;
  readonly nextCursor?: string;
}

async function read(input: Record<string, unknown>, by = host): Promise<Told> {
  return (await answered(by.callTool("github_projects_read", input))).structured as unknown as Told;
}
const write = (input: Record<string, unknown>, by = host) => by.callTool("github_projects_write", input);

async function itemOf(project: object, title: string): Promise<Record<string, unknown> | undefined> {
  return (await read({ method: "items", ...project })).items.find((item) => item.title === title);
}

async function noteIn(project: object, title: string, by = host): Promise<string> {
  return (await answered(write({ method: "add_note", ...project, title }, by))).meta.item_id as string;
}

describe("github_projects_read", () => {
  it("lists an owner's projects, and those for members to members alone", async () => {
    const list = { method: "list", owner: "acme" };
    expect((await read(list)).items.map(({ title, visibility }) => [title, visibility])).toEqual([
      ["Roadmap", "public"],
      ["Inside", "private"],
    ]);
    const stranger = await served.open({ as: "mallory", argv });
    expect((await read(list, stranger)).items.map(({ title }) => title)).toEqual(["Roadmap"]);
  });

  it("tells of one with its fields, and what they may be", async () => {
    const { items } = await read({ method: "get", ...roadmap });
    expect(items).toMatchObject([
      {
        title: "Roadmap",
        items: 3,
        fields: [{ name: "Title" }, { name: "Status", choices: ["Todo", "In Progress", "Done"] }],
      },
    ]);
  });

  it("lists what is in one, with its fields, page by page", async () => {
    const first = await read({ method: "items", ...roadmap, limit: 2 });
    const second = await read({ method: "items", ...roadmap, limit: 2, cursor: first.nextCursor });
    expect([...first.items, ...second.items]).toMatchObject([
      { type: "issue", repository: "acme/site", number: 2, author: "ben", fields: { Status: "In Progress" } },
      { type: "issue", repository: "acme/vault", number: 1 },
      { type: "draft_issue", title: "Think of a name", fields: { Status: "Todo" } },
    ]);
  });

  it("leaves out and counts what the token may not see, and what --repos leaves out", async () => {
    const stranger = await read({ method: "items", ...roadmap }, await served.open({ as: "mallory", argv }));
    expect([stranger.items.length, stranger.hidden]).toEqual([2, 1]);
  });

  it.each([
    [
      "of an owner that --repos does not name whole",
      ["--repos", "acme/site"],
      { method: "list", owner: "acme" },
      "--repos",
    ],
    ["that is not there", [], { method: "get", owner: "acme", project_number: 9 }, "ProjectV2 with the number 9"],
    ["without its number", [], { method: "items", owner: "acme" }, "needs project_number"],
    ["of nobody", [], { method: "list", owner: "no-such-owner" }, "no-such-owner"],
  ])("tells of none %s", async (_, more, input, said) => {
    const by = await served.open({ as: "ada", argv: [...argv, ...more] });
    const { isError, text } = await by.callTool("github_projects_read", input);
    expect([isError, text]).toEqual([true, expect.stringContaining(said)]);
  });
});

describe("github_projects_write", () => {
  // Has read nothing private.
  beforeAll(async () => {
    host = await served.open({ as: "ada", argv: [...argv, "--repos", "acme/*"] });
  });

  it("adds an issue, sets and empties its status, archives it and takes it out", async () => {
    const issue = { item_repo: "site", item_number: 4 };
    const { meta } = await answered(write({ method: "add_item", ...inside, ...issue }));
    const item = { ...inside, item_id: meta.item_id };
    const title = "Say in the guide what is added";
    await answered(write({ method: "update_item", ...item, field: "status", value: "done" }));
    expect(await itemOf(inside, title)).toMatchObject({ repository: "acme/site", fields: { Status: "Done" } });
    await answered(write({ method: "update_item", ...item, field: "Status", value: null }));
    expect(await itemOf(inside, title)).toMatchObject({ fields: {} });
    await answered(write({ method: "archive_item", ...item }));
    expect(await itemOf(inside, title)).toMatchObject({ archived: true });
    await answered(write({ method: "unarchive_item", ...item }));
    await answered(write({ method: "delete_item", ...item }));
    expect(await itemOf(inside, title)).toBeUndefined();
  });

  it("shows what it would do, and does not where the item is another by then", async () => {
    const item_id = await noteIn(inside, "Dig");
    const { text } = await answered(write({ method: "delete_item", ...inside, item_id, dry_run: true }));
    expect(text).toContain("Dig");
    await answered(write({ method: "archive_item", ...inside, item_id }));
    const expected_state = /state: ([0-9a-f]{64})/.exec(text)?.[1];
    const answer = await write({ method: "delete_item", ...inside, item_id, expected_state });
    expect([answer.isError, answer.meta.code]).toEqual([true, "conflict"]);
  });

  it("changes an item of that project alone, and fields that there are", async () => {
    const item_id = await noteIn(inside, "Fill");
    const cases = [
      [{ method: "archive_item", ...roadmap, item_id }, "has no item"],
      [{ method: "update_item", ...inside, item_id, field: "Mood", value: "good" }, "There are Title, Status"],
      [{ method: "update_item", ...inside, item_id, field: "Status", value: "Soon" }, "It has Todo, In Progress, Done"],
      [{ method: "update_item", ...inside, item_id, field: "Status" }, "needs value"],
      [{ method: "add_item", ...inside, item_owner: "mallory", item_repo: "bait", item_number: 1 }, "--repos"],
    ] as const;
    for (const [input, said] of cases) {
      const { isError, text } = await write(input);
      expect([isError, text]).toEqual([true, expect.stringContaining(said)]);
    }
  });

  it("carries nothing private into a project that a stranger asked for, and its own into itself", async () => {
    const note = { method: "add_note", title: "a moat, and a bridge" };
    const misled = await served.open({ as: "ada", argv });
    await answered(misled.callTool("github_issue_read", { owner: "acme", repo: "site", issue_number: 1 }));
    await read({ method: "items", ...inside }, misled);
    await answered(write({ ...note, ...inside, title: "Look at issue 1" }, misled));
    const published = await write({ ...note, ...roadmap }, misled);
    expect([published.isError, published.text]).toEqual([true, expect.stringContaining("project 2 of acme")]);
    await answered(misled.callTool("github_read", { owner: "acme", repo: "vault", path: "README.md" }));
    const refused = await write({ ...note, ...inside }, misled);
    expect([refused.isError, refused.text]).toEqual([true, expect.stringContaining("acme/vault")]);
    const working = await served.open({ as: "ada", argv });
    await answered(working.callTool("github_read", { owner: "acme", repo: "vault", path: "README.md" }));
    await answered(write({ ...note, ...roadmap }, working));
  });
});
