import { type Host, inProcess, openHost, type StartOptions, type ToolAnswer } from "@drawbridge/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { github } from "../src/connector.ts";

/**
 * Reads one repository by every kind of request that the tools rest on, and changes nothing. What is looked for holds of any repository
 * that has a file and a pull request.
 *
 * @param repository `octokit/octokit.js`
 */
export function describeSmoke(start: StartOptions, repository: string): void {
  const [owner, repo] = repository.split("/");
  let host: Host;
  beforeAll(async () => {
    host = await openHost("2025-11-25, SDK 2", inProcess(github, start));
    // From now on the host holds every record against the schema that was listed.
    await host.listTools();
  });
  afterAll(() => host.close());

  async function ask(tool: string, input: object = {}): Promise<ToolAnswer> {
    const answer = await host.callTool(`github_${tool}`, { ...input });
    if (answer.isError) throw new Error(answer.text);
    return answer;
  }
  const askHere = (tool: string, input: object = {}) => ask(tool, { owner, repo, ...input });
  const list = async (kind: string, filters: object = {}) =>
    (await askHere("list", { kind, limit: 3, ...filters })).structured?.items as Record<string, unknown>[];

  describe(`reading ${repository}`, () => {
    it("offers nothing that changes anything", async () => {
      const tools = await host.listTools();
      expect(tools.filter(({ annotations }) => annotations?.readOnlyHint !== true)).toEqual([]);
    });

    it("tells whose token it has, and what is left", async () => {
      const { structured } = await ask("whoami");
      expect(structured).toMatchObject({
        kind: expect.stringMatching(/^(user|app)$/),
        left: { core: expect.anything() },
      });
    });

    it("tells what the repository is", async () => {
      const { structured } = await askHere("get_repository");
      expect(String(structured?.full_name).toLowerCase()).toBe(repository.toLowerCase());
    });

    it.each(["branches", "commits", "labels", "pull_requests"])("lists %s", async (kind) => {
      expect((await list(kind, kind === "pull_requests" ? { state: "all" } : {})).length).toBeGreaterThan(0);
    });

    it("finds it by a search", async () => {
      const { structured } = await ask("search", { kind: "repositories", query: `${repo} user:${owner}` });
      const items = structured?.items as { full_name: string }[] | undefined;
      expect(items?.map(({ full_name }) => full_name.toLowerCase())).toContain(repository.toLowerCase());
    });

    it("reads a file, and the second time at no cost", async () => {
      const { text } = await askHere("tree", { depth: 1 });
      const [, path] = /^(\S+) \d+$/m.exec(text) ?? [];
      const first = await askHere("read", { path });
      expect([first.meta.path, first.meta.cost]).toEqual([path, 1]);
      const again = await askHere("read", { path });
      expect([again.meta.sha, again.meta.cost]).toEqual([first.meta.sha, 0]);
    });

    it("gives the overview of a pull request", async () => {
      const [pull] = await list("pull_requests", { state: "all" });
      const { text, meta } = await askHere("pr_read", { pull_number: pull?.number });
      expect(meta.number).toBe(pull?.number);
      expect(text).toContain(pull?.title);
    });
  });
}
