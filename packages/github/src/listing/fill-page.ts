import type { Page } from "@drawbridge/core";
import { fillAfter } from "./fill-after.ts";

interface Filling {
  readonly page: Page;
  /** Items that GitHub puts on a page, the same for all pages of an answer. */
  readonly size: number;
  /** Whether something stands on the page already. */
  readonly isBegun?: boolean;
}

/**
 * Fills an answer's page from GitHub's numbered pages, of which one is asked for. Each page shows at least one item: of a text
 * that is longer than a page, its beginning.
 *
 * @param ask one of GitHub's pages, from 1 on
 * @param shape an item as it is shown; undefined leaves it out
 */
export function fillPage<Item, Shown>(
  { page, size, isBegun = false }: Filling,
  ask: (page: number) => Promise<readonly Item[]>,
  shape: (item: Item) => Shown | undefined,
): Promise<Shown[]> {
  return fillAfter(
    page,
    async (after = "1") => {
      const items = await ask(Number(after));
      return { items, next: items.length === size ? String(Number(after) + 1) : undefined };
    },
    shape,
    isBegun,
  );
}
