import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeVisible } from "../fence/make-visible.ts";
import type { RecordReply } from "../pipeline/reply.ts";
import { rewriteText } from "../pipeline/rewrite-text.ts";
import { Page } from "./page.ts";

const anyText = fc.string({
  unit: fc.oneof(
    fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
    fc.constantFrom("\u001b", "\u202e", "\r", "\b", "\\", '"', "⟦U+", "\0"),
  ),
});

/** The bytes of a record with these rows as it leaves, fenced. */
async function bytesFenced(rows: readonly unknown[]): Promise<number> {
  const fenced = await rewriteText(async () => ({ kind: "record", record: { rows } }), makeVisible);
  return Buffer.byteLength(JSON.stringify((fenced as RecordReply).record.rows));
}

describe("Page", () => {
  it("never lets more text through than its budget", () => {
    fc.assert(
      fc.property(fc.array(anyText), fc.integer({ min: 1, max: 200 }), (texts, budget) => {
        const page = new Page(undefined, budget);
        const taken = texts.filter((text) => page.take(text));
        expect(Buffer.byteLength(taken.map(makeVisible).join("\n"))).toBeLessThanOrEqual(budget);
      }),
    );
  });

  it("takes as many texts that follow one another as one by one, or more, and never more than its budget", () => {
    fc.assert(
      fc.property(fc.array(anyText), fc.integer({ min: 1, max: 200 }), (texts, budget) => {
        const page = new Page(undefined, budget);
        const one = new Page(undefined, budget);
        const taken = page.takeTexts(texts);
        const misfit = texts.findIndex((text) => !one.take(text));
        expect(taken).toBeGreaterThanOrEqual(misfit < 0 ? texts.length : misfit);
        expect(Buffer.byteLength(makeVisible(texts.slice(0, taken).join("")))).toBeLessThanOrEqual(budget);
        expect(page.bytesLeft).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it("never lets more of a record through than its budget, with the fence's escapes in it", async () => {
    const rows = fc.array(fc.dictionary(anyText, fc.oneof(anyText, fc.array(anyText), fc.integer()), { maxKeys: 3 }));
    await fc.assert(
      fc.asyncProperty(rows, fc.integer({ min: 1, max: 400 }), async (given, budget) => {
        const page = new Page(undefined, budget);
        const taken = given.filter((row) => page.take(row));
        // The brackets around the rows belong to what the page keeps in reserve.
        expect(await bytesFenced(taken)).toBeLessThanOrEqual(budget + 2);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ["a text", "x".repeat(99)],
    ["a row", { a: "x".repeat(91) }],
  ])("takes %s that just fits", (_, item) => {
    expect(new Page(undefined, 100).take(item)).toBe(true);
    expect(new Page(undefined, 99).take(item)).toBe(false);
  });

  it("counts characters of several bytes by their bytes", () => {
    expect(new Page(undefined, 10).take("日本語")).toBe(true);
    expect(new Page(undefined, 9).take("日本語")).toBe(false);
  });

  it("counts invisible characters as the fence will show them", () => {
    expect(new Page(undefined, 12).take("\u001b")).toBe(false);
    expect(new Page(undefined, 13).take("\u001b")).toBe(true);
  });

  it("does not mistake a backslash before a letter for an escape of JSON", () => {
    expect(new Page(undefined, JSON.stringify("C:\\bin\\raw\\u0001").length + 1).take(["C:\\bin\\raw\\u0001"])).toBe(
      false,
    );
    expect(new Page(undefined, JSON.stringify(["C:\\bin\\raw\\u0001"]).length + 1).take(["C:\\bin\\raw\\u0001"])).toBe(
      true,
    );
  });

  it("counts line ends of Windows as the two characters that they stay", () => {
    const row = ["a\r\nb"];
    expect(new Page(undefined, JSON.stringify(row).length + 1).take(row)).toBe(true);
  });

  it("takes nothing off for what it refuses", () => {
    const page = new Page(undefined, 10);
    page.take("too long for the page");
    expect(page.bytesLeft).toBe(10);
    expect(page.take("fits")).toBe(true);
  });

  it("stays below what a host can take in, however large the budget", () => {
    const page = new Page(undefined, 1_000_000_000);
    let wire = 0;
    while (page.take('"'.repeat(10_000))) wire += 20_000;
    expect(wire).toBeGreaterThan(1_300_000);
    expect(wire).toBeLessThanOrEqual(1_400_000);
    expect(new Page(undefined, 1_000_000_000).take('"'.repeat(800_000))).toBe(false);
  });

  it("remembers where to go on", () => {
    const page = new Page({ after: 1 }, 10);
    expect([page.place, page.next]).toEqual([{ after: 1 }, undefined]);
    page.stopAt({ after: 2 });
    expect(page.next).toEqual({ after: 2 });
  });
});
