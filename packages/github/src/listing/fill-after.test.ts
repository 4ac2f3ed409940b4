import { Page } from "@drawbridge/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fillAfter } from "./fill-after.ts";
import { fillPage } from "./fill-page.ts";

type Fill = (page: Page, size: number, items: readonly number[]) => Promise<string[]>;

const shape = (item: number) => (item % 5 === 0 ? undefined : `item ${item}`);

const byCursor: Fill = (page, size, items) =>
  fillAfter(
    page,
    async (after = "0") => {
      const end = Number(after) + size;
      return { items: items.slice(Number(after), end), next: end < items.length ? String(end) : undefined };
    },
    shape,
  );

const byNumber: Fill = (page, size, items) =>
  fillPage({ page, size }, async (number) => items.slice((number - 1) * size, number * size), shape);

describe.each([
  ["fillAfter", byCursor],
  ["fillPage", byNumber],
])("%s", (_, fill) => {
  it("gives every item once, in order, however GitHub's pages and ours are cut", async () => {
    const cuts = fc.record({
      items: fc.nat(60),
      size: fc.integer({ min: 1, max: 30 }),
      bytes: fc.integer({ min: 20, max: 400 }),
    });
    const whole = fc.asyncProperty(cuts, async ({ items: many, size, bytes }) => {
      const items = Array.from({ length: many }, (_item, index) => index);
      const found: string[] = [];
      let place: unknown;
      do {
        const page = new Page(place, bytes);
        found.push(...(await fill(page, size, items)));
        place = page.next;
      } while (place !== undefined);
      expect(found).toEqual(items.map(shape).filter((item) => item !== undefined));
    });
    await fc.assert(whole, { numRuns: 50 });
  });
});
