import type { Page } from "@drawbridge/core";
import { takeItem } from "../shown/take-item.ts";

/** One of GitHub's pages, and what leads to the next. */
export interface Stretch<Item> {
  readonly items: readonly Item[];
  /** GitHub's own cursor; undefined where the list ends. */
  readonly next: string | undefined;
}

interface Place {
  readonly after?: string | undefined;
  readonly shown: number;
}

/**
 * As `fillPage`, of what GitHub gives by cursors instead of by numbered pages.
 *
 * @param isBegun whether something stands on the page already
 */
export async function fillAfter<Item, Shown>(
  page: Page,
  ask: (after: string | undefined) => Promise<Stretch<Item>>,
  shape: (item: Item) => Shown | undefined,
  isBegun = false,
): Promise<Shown[]> {
  const { after, shown: before } = (page.place as Place | undefined) ?? { shown: 0 };
  const { items, next } = await ask(after);
  const shown: Shown[] = [];
  for (const [index, item] of items.entries()) {
    if (index < before) continue;
    const shaped = shape(item);
    if (shaped === undefined) continue;
    const taken = takeItem(page, shaped, !isBegun && shown.length === 0);
    if (taken === undefined) {
      page.stopAt({ after, shown: index } satisfies Place);
      return shown;
    }
    shown.push(taken);
  }
  if (next !== undefined) page.stopAt({ after: next, shown: 0 } satisfies Place);
  return shown;
}
