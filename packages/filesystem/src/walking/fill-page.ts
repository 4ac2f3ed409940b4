import type { Page } from "@drawbridge/core";

interface Filling<Entry, Item> {
  readonly page: Page;
  /** Most items of one page. */
  readonly limit: number;
  /** The item that an entry becomes; undefined for one that is left out. */
  take(entry: Entry): Item | undefined;
}

/**
 * Takes entries until the page is full, and leaves the place of the last one taken for the next page. Places are names,
 * not numbers, so that what comes and goes between two pages shifts nothing.
 */
export async function fillPage<Entry extends { readonly names: readonly string[]; readonly place?: unknown }, Item>(
  entries: AsyncIterable<Entry> | Iterable<Entry>,
  { page, limit, take }: Filling<Entry, Item>,
): Promise<Item[]> {
  const items: Item[] = [];
  let last: Entry | undefined;
  for await (const entry of entries) {
    const item = take(entry);
    if (item === undefined) continue;
    if (items.length >= limit || !page.take(item)) {
      if (last !== undefined) page.stopAt(last.place ?? last.names);
      break;
    }
    items.push(item);
    last = entry;
  }
  return items;
}
