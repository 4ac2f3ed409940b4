import type { Page } from "@drawbridge/core";
import { tooLarge } from "./too-large.ts";

/** As many of the items as fit on a page, from where the page before stopped. */
export function takeFrom<Item>(items: readonly Item[], page: Page): Item[] {
  const from = (page.place as number | undefined) ?? 0;
  const taken: Item[] = [];
  for (const item of items.slice(from)) {
    if (!page.take(item)) {
      if (taken.length === 0) throw tooLarge();
      page.stopAt(from + taken.length);
      break;
    }
    taken.push(item);
  }
  return taken;
}
