import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitRecords } from "./split-records.ts";

async function* inChunks(bytes: Buffer, cuts: readonly number[]) {
  const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length].toSorted((a, b) => a - b);
  for (const [index, place] of places.entries()) yield bytes.subarray(place, places[index + 1] ?? place);
}

async function split(bytes: Buffer, cuts: readonly number[], longest: number) {
  const records: Array<{ text: string; cut: boolean }> = [];
  for await (const { bytes: record, cut } of splitRecords(inChunks(bytes, cuts), 0x0a, longest))
    records.push({ text: record.toString("latin1"), cut });
  return records;
}

const letters = fc.array(fc.constantFrom("a", "b", "\n"), { maxLength: 200 }).map((all) => all.join(""));
const cuts = fc.array(fc.nat(200), { maxLength: 20 });

describe("splitRecords", () => {
  it("gives the same records wherever the output is cut, and those too long by their beginning", async () => {
    await fc.assert(
      fc.asyncProperty(letters, cuts, fc.integer({ min: 1, max: 30 }), async (text, places, longest) => {
        const records = text.split("\n");
        if (records.at(-1) === "") records.pop();
        const found = await split(Buffer.from(text), places, longest);
        expect(found.map(({ cut }) => cut)).toEqual(records.map((record) => record.length > longest));
        for (const [index, { text: told, cut }] of found.entries()) {
          if (cut) expect(records[index]?.startsWith(told)).toBe(true);
          else expect(told).toBe(records[index]);
        }
      }),
    );
  });
});
