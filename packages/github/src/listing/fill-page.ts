import type { Page } from "@drawbridge/core";

/** GitHub's own page, and how many of its items were shown before. */
interface Place {
  readonly page: number;
  readonly shown: number;
}

/**
 * Fills an answer's page from GitHub's pages, of which one is asked for.
 *
 * @param size items that GitHub puts on a page, the same for all pages of an answer
 * @param ask one of GitHub's pages, from 1 on
 * @param shape an item as it is shown; undefined leaves it out
 */
export async function fillPage<Item, Shown>(
  { page, size }: { readonly page: Page; readonly size: number },
  ask: (page: number) => Promise<readonly Item[]>,
  shape: (item: Item) => Shown | undefined,
): Promise<Shown[]> {
  const place = (page.place as Place | undefined) ?? { page: 1, shown: 0 };
  const items = await ask(place.page);
  const shown: Shown[] = [];
  for (const [index, item] of items.entries()) {
    if (index < place.shown) continue;
    const shaped = shape(item);
    if (shaped === undefined) continue;
    if (!page.take(shaped)) {
      page.stopAt({ page: place.page, shown: index });
      return shown;
    }
    shown.push(shaped);
  }
  if (items.length === size) page.stopAt({ page: place.page + 1, shown: 0 });
  return shown;
}
