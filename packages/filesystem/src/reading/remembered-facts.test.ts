import { type BigIntStats, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openFiles } from "../../test/stand/open-files.ts";
import { readPage } from "../../test/stand/read-pages.ts";
import { temporaryFolder } from "../../test/stand/temporary-folder.ts";
import { openRegular } from "./open-regular.ts";
import { RememberedFacts, type TextFacts } from "./remembered-facts.ts";
import { textSource } from "./text-source.ts";

const facts: TextFacts = {
  encoding: { label: "utf-8", unit: 1, markLength: 0, guessed: false },
  etag: "e",
  totalLines: 1,
  lineEnding: "none",
};
const second = 1_000_000_000n;
const now = 1_800_000_000_000;
const stats = (changes: Partial<BigIntStats> = {}) => {
  const then = BigInt(now) * 1_000_000n - 60n * second;
  return { dev: 1n, ino: 2n, size: 3n, mtimeNs: then, ctimeNs: then, ...changes } as BigIntStats;
};
const at = (ago: bigint) => BigInt(now) * 1_000_000n - ago;

describe("RememberedFacts", () => {
  it("knows a file that has not changed", () => {
    const remembered = new RememberedFacts();
    remembered.keep(stats(), undefined, facts, now);
    expect(remembered.get(stats(), undefined)).toBe(facts);
  });

  it.each<[string, Partial<BigIntStats>]>([
    ["another disk", { dev: 2n }],
    ["another file", { ino: 3n }],
    ["another size", { size: 4n }],
    ["another time of its content", { mtimeNs: at(59n * second) }],
    ["another time of its facts, which nobody can set", { ctimeNs: at(60n * second) + 1n }],
  ])("does not take %s for it", (_, changes) => {
    const remembered = new RememberedFacts();
    remembered.keep(stats(), undefined, facts, now);
    expect(remembered.get(stats(changes), undefined)).toBeUndefined();
  });

  it("keeps apart what a caller's encodings make of it", () => {
    const remembered = new RememberedFacts();
    remembered.keep(stats(), "utf-16le", facts, now);
    expect(remembered.get(stats(), undefined)).toBeUndefined();
  });

  it.each<[string, Partial<BigIntStats>]>([
    ["content was changed in this tick of the clock", { mtimeNs: at(0n) }],
    ["content was changed a tick of a FAT disk ago", { mtimeNs: at(2n * second) }],
    ["facts were changed just now, whatever its content's time was set to", { ctimeNs: at(1n) }],
    ["times lie in the future", { mtimeNs: at(-60n * second) }],
  ])("remembers nothing of a file whose %s: it may be changed again and say the same", (_, changes) => {
    const remembered = new RememberedFacts();
    remembered.keep(stats(changes), undefined, facts, now);
    expect(remembered.get(stats(changes), undefined)).toBeUndefined();
  });

  it("forgets the files that were read longest ago", () => {
    const remembered = new RememberedFacts();
    for (let ino = 1n; ino <= 256n; ino += 1n) remembered.keep(stats({ ino }), undefined, facts, now);
    remembered.get(stats({ ino: 1n }), undefined);
    remembered.keep(stats({ ino: 257n }), undefined, facts, now);
    expect(remembered.get(stats({ ino: 1n }), undefined)).toBe(facts);
    expect(remembered.get(stats({ ino: 2n }), undefined)).toBeUndefined();
  });
});

describe("a long text that is read again", () => {
  const folder = temporaryFolder();
  const files = openFiles([folder]);
  const path = join(folder, "long");
  const text = (letter: string) => `${letter.repeat(99)}\n`.repeat(2000);
  const anHourAgo = new Date(Date.now() - 3_600_000);

  it("has another etag at once when it was changed within one tick, and its time set back", async () => {
    const etags = [];
    for (const letter of "abcdefgh") {
      writeFileSync(path, text(letter));
      utimesSync(path, anHourAgo, anHourAgo);
      etags.push((await readPage(files, "long", {}, undefined, 300_000)).facts.etag);
    }
    expect(new Set(etags).size).toBe(8);
  });

  it("says the same of itself, and has the same text, once its facts are remembered", async () => {
    writeFileSync(path, text("x"));
    // Its times have to settle before anything is remembered.
    while (Date.now() - Number(statSync(path).ctimeMs) < 3100) await new Promise((resolve) => setTimeout(resolve, 100));
    const [first, again] = [await readPage(files, "long"), await readPage(files, "long")];
    expect(again).toEqual(first);
    const [part, partAgain] = [
      await readPage(files, "long", { startLine: 1500, endLine: 1501 }),
      await readPage(files, "long", { tail: 2 }),
    ];
    expect([part.text, partAgain.text]).toEqual([text("x").slice(0, 200), text("x").slice(0, 200)]);
    using file = openRegular(files, "long");
    const source = await textSource(file, undefined);
    writeFileSync(path, text("y"));
    // What was remembered is of other bytes than those that would be read now.
    await expect(source.read(0, 10)).rejects.toMatchObject({ code: "conflict" });
    const changed = await readPage(files, "long");
    expect(changed.text.startsWith("yyy")).toBe(true);
    expect(changed.facts.etag).not.toBe(first.facts.etag);
  });
});
