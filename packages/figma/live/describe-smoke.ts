import { type Host, inProcess, openHost, type StartOptions, type ToolAnswer } from "@drawbridge/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { figma } from "../src/connector.ts";

/**
 * Reads one file by the kinds of request that the tools rest on, and changes nothing. It costs two requests of Tier 1, which a View seat
 * has six of in a month: what is looked for holds of any design.
 *
 * @param file its key or address
 */
export function describeSmoke(start: StartOptions, file: string): void {
  let host: Host;
  beforeAll(async () => {
    host = await openHost("2025-11-25, SDK 2", inProcess(figma, start));
    // From now on the host holds every record against the schema that was listed.
    await host.listTools();
  });
  afterAll(() => host.close());

  async function ask(tool: string, input: object = {}): Promise<ToolAnswer> {
    const answer = await host.callTool(`figma_${tool}`, { ...input });
    if (answer.isError) throw new Error(answer.text);
    return answer;
  }
  const address = async () => {
    const { text = "" } = await host.readResource(`figma://${encodeURIComponent(keyOf(file))}`);
    return JSON.parse(text) as { name: string; version: string; pages: { id: string; children: { id: string }[] }[] };
  };

  describe(`reading ${file}`, () => {
    it("offers nothing that changes anything", async () => {
      const tools = await host.listTools();
      expect(tools.filter(({ annotations }) => annotations?.readOnlyHint !== true)).toEqual([]);
    });

    it("reads the file, and the second time without asking for it", async () => {
      const first = await address();
      expect(first.pages.length).toBeGreaterThan(0);
      const before = (await ask("quota")).structured?.tiers as { last_30_days: number }[];
      expect(await address()).toEqual(first);
      const after = (await ask("quota")).structured?.tiers as { last_30_days: number }[];
      expect(after[0]?.last_30_days).toBe(before[0]?.last_30_days);
    });

    it("tells its versions", async () => {
      const { structured } = await ask("versions", { file });
      expect(structured?.versions).toContainEqual(expect.objectContaining({ id: expect.anything() }));
    });

    it("renders what stands on a page", async () => {
      const { pages } = await address();
      const node = pages.flatMap(({ children }) => children)[0]?.id ?? "";
      const { media = [] } = await ask("render", { file, nodes: [node], scale: 0.1 });
      expect(media.map(({ mimeType }) => mimeType)).toEqual(["image/png"]);
    });
  });
}

function keyOf(file: string): string {
  return /\/(?:branch|file|design|board|slides)\/([0-9A-Za-z]{10,})(?:[/?]|$)(?!branch)/.exec(file)?.[1] ?? file;
}
