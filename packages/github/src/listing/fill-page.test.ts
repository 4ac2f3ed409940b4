import { Page } from "@drawbridge/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fillPage } from "./fill-page.ts";

/** All pages of an answer over what GitHub lists, `size` items on each of its own. */
async function pagesOf<Shown>(
  items: readonly string[],
  { bytes, size }: { readonly bytes: number; readonly size: number },
  shape: (item: string) => Shown | undefined,
): Promise<Shown[][]> {
  const pages: Shown[][] = [];
  let place: unknown;
  do {
    const page = new Page(place, bytes);
    const ask = async (number: number) => items.slice((number - 1) * size, number * size);
    pages.push(await fillPage({ page, size }, ask, shape));
    place = page.next;
  } while (place !== undefined);
  return pages;
}

const items = fc.array(fc.stringMatching(/^[a-z]{1,30}$/), { maxLength: 60 });
const sizes = fc.record({ bytes: fc.integer({ min: 40, max: 400 }), size: fc.integer({ min: 1, max: 10 }) });

describe("fillPage", () => {
  it("shows every item once and in order, however large pages are", async () => {
    await fc.assert(
      fc.asyncProperty(items, sizes, async (all, given) => {
        expect((await pagesOf(all, given, (item) => item)).flat()).toEqual(all);
      }),
    );
  });

  it("leaves out what has no shape, and nothing else", async () => {
    await fc.assert(
      fc.asyncProperty(items, sizes, async (all, given) => {
        const isKept = (item: string) => item.length % 2 === 0;
        const shown = await pagesOf(all, given, (item) => (isKept(item) ? { item } : undefined));
        expect(shown.flat().map(({ item }) => item)).toEqual(all.filter(isKept));
      }),
    );
  });

  it("shows the beginning of a text that is longer than a page, and goes on after it", async () => {
    const all = ["a".repeat(900), "short", "b".repeat(900)];
    const pages = await pagesOf(all, { bytes: 300, size: 5 }, (text) => ({ text }));
    const begun = pages.map((page) => page.map(({ text }) => text.replace(/(.)\1+/, "$1")));
    expect(begun).toEqual([["a", "short"], ["b"]]);
    expect(pages[0]).toMatchObject([{ facts: { truncated: "the beginning of 900 characters" } }, {}]);
  });

  it("does not go round and round before a record that is longer than a page", async () => {
    const shape = (name: string) => ({ name });
    await expect(pagesOf(["a".repeat(900)], { bytes: 300, size: 5 }, shape)).rejects.toThrow("--max-result-bytes");
  });
});
