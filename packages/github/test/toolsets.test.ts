import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { toolsets } from "../src/toolsets/toolsets.ts";
import { answered, ServedGithub } from "./stand/served-github.ts";

let served: ServedGithub;
beforeAll(async () => {
  served = await ServedGithub.start();
});
afterEach(() => expect(served.violations()).toEqual([]));
afterAll(() => served[Symbol.asyncDispose]());

const site = { owner: "acme", repo: "site" };

async function namesWith(...argv: string[]): Promise<string[]> {
  const host = await served.open({ as: "ada", argv });
  return (await host.listTools()).map(({ name }) => name);
}

describe("the list of tools", () => {
  it("is no longer than what half of the official server's is, where nobody asks for more", async () => {
    const tools = await (await served.open({ as: "ada" })).listTools();
    expect(tools.length).toBeLessThanOrEqual(20);
    expect(Buffer.byteLength(JSON.stringify(tools))).toBeLessThanOrEqual(29_000);
  });

  it("is that of the toolsets asked for", async () => {
    const files = ["github_tree", "github_read", "github_blame", "github_compare"];
    expect(await namesWith("--toolsets", "files")).toEqual(files);
    expect(await namesWith("--toolsets", "context,files")).toEqual(["github_whoami", ...files]);
    expect(await namesWith("--toolsets", "files", "--toolsets", "context")).toEqual(["github_whoami", ...files]);
  });

  it("is by default what default names, and with all there is everything", async () => {
    const usual = await namesWith();
    expect(await namesWith("--toolsets", "default")).toEqual(usual);
    const all = await namesWith("--toolsets", "all");
    expect(all).toEqual(expect.arrayContaining(usual));
    expect(await namesWith("--toolsets", "default,all")).toEqual(all);
  });

  it("stops at a toolset that there is not", async () => {
    await expect(served.open({ argv: ["--toolsets", "default,wishes"] })).rejects.toThrow("--toolsets");
  });
});

describe("a tool of a toolset that is not asked for", () => {
  it("cannot be called, and asks nothing of GitHub", async () => {
    const host = await served.open({ as: "ada", argv: ["--toolsets", "files"] });
    served.stand.requests.length = 0;
    const answer = await host.callTool("github_issue_read", { ...site, issue_number: 2 });
    expect([answer.isError, answer.text]).toEqual([true, expect.stringContaining("--toolsets files,issues")]);
    expect(served.stand.requests).toEqual([]);
  });

  it("can be called where it is asked for", async () => {
    const host = await served.open({ as: "ada", argv: ["--toolsets", "files,issues"] });
    await answered(host.callTool("github_issue_read", { ...site, issue_number: 2 }));
  });
});

describe("what a call may do to GitHub", () => {
  const tools = Object.values(toolsets).flat();
  const effect = async (name: string, method: string) => {
    const found = tools.find((tool) => tool.name === name)?.effect;
    return typeof found === "string" ? found : found?.of({ method } as never);
  };

  it.each([
    ["github_release", ["create", "update"], ["delete"]],
    ["github_labels_write", ["create", "update"], ["delete"]],
    ["github_projects_write", ["add_item", "add_note", "update_item", "archive_item"], ["delete_item"]],
    ["github_gists_write", ["create", "update", "comment"], ["delete"]],
  ])("depends on the method of %s", async (name, writing, destroying) => {
    for (const method of writing) expect(await effect(name, method)).toBe("write");
    for (const method of destroying) expect(await effect(name, method)).toBe("destroy");
  });
});
