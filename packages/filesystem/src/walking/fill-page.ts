import { ConnectorError, type Page } from "@drawbridge/core";
import { showName } from "../paths/show-name.ts";

/** A caller waits for a page, not for a walk through everything: after so many milliseconds the next page goes on. */
const longest = 1500;

interface Filling<Entry, Item> {
  readonly page: Page;
  /** Most items of one page. */
  readonly limit: number;
  /** The item that an entry becomes; undefined for one that is left out. */
  take(entry: Entry): Item | undefined;
}

/**
 * Takes entries until the page is full or its time is up, and leaves the place of the last one looked at for the next
 * page. Places are names, not numbers, so that what comes and goes between two pages shifts nothing.
 *
 * @param visit shows one entry after the other, as long as it is told to go on
 */
export async function fillPage<Entry extends { readonly names: readonly string[]; readonly place?: unknown }, Item>(
  visit: (goesOn: (entry: Entry) => boolean) => Promise<void> | void,
  { page, limit, take }: Filling<Entry, Item>,
): Promise<Item[]> {
  const end = performance.now() + longest;
  const items: Item[] = [];
  let seen: Entry | undefined;
  await visit((entry) => {
    const isLate = seen !== undefined && performance.now() > end;
    const item = isLate ? undefined : take(entry);
    const isFull = item !== undefined && (items.length >= limit || !page.take(item));
    if (isFull && items.length === 0) throw tooLong(entry.names);
    if (isLate || isFull) {
      page.stopAt(seen?.place ?? seen?.names);
      return false;
    }
    if (item !== undefined) items.push(item);
    seen = entry;
    return true;
  });
  return items;
}

/** Passing over it would hide it. */
function tooLong(names: readonly string[]): ConnectorError {
  const begin = showName(names.join("/").slice(0, 200));
  return new ConnectorError("refused", `${begin}… is too long a path to be listed within --max-result-bytes.`);
}
