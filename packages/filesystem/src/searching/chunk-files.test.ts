import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Chunk, chunkFiles } from "./chunk-files.ts";

interface Entry {
  readonly names: readonly string[];
  readonly isWanted: boolean;
}

async function chunksOf(entries: readonly Entry[]): Promise<Chunk[]> {
  async function* walk() {
    for (let start = 0; start < entries.length; start += 100) yield entries.slice(start, start + 100);
  }
  const chunks: Chunk[] = [];
  for await (const chunk of chunkFiles(walk(), ({ isWanted }) => isWanted, 256)) chunks.push(chunk);
  return chunks;
}

const entry = fc.record({ names: fc.array(fc.string({ maxLength: 255 }), { minLength: 1 }), isWanted: fc.boolean() });

describe("chunkFiles", () => {
  it("gives each wanted file once and in order, and ends with the last entry of the walk", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(entry, { maxLength: 600, size: "max" }), async (entries) => {
        const chunks = await chunksOf(entries);
        const wanted = entries.filter(({ isWanted }) => isWanted).map(({ names }) => names);
        expect(chunks.flatMap(({ files }) => files)).toEqual(wanted);
        expect(chunks.at(-1)?.last).toEqual(entries.at(-1)?.names);
      }),
      { numRuns: 30 },
    );
  });

  it("gives one empty chunk where there is nothing", async () => {
    expect(await chunksOf([])).toEqual([{ files: [], last: undefined }]);
  });

  it("begins small and never tells a child more than its arguments hold", async () => {
    const names = (index: number) => [`${index}`, "é".repeat(120)];
    const chunks = await chunksOf(
      Array.from({ length: 20_000 }, (_, index) => ({ names: names(index), isWanted: true })),
    );
    expect(chunks[0]?.files.length).toBeLessThanOrEqual(256);
    for (const { files } of chunks)
      expect(Buffer.byteLength(files.map((file) => file.join("/")).join("\0"))).toBeLessThan(600_000);
  });
});
