import type { Page } from "@drawbridge/core";

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

/** As `fillPage`, of what GitHub gives by cursors instead of by numbered pages. */
export async function fillAfter<Item, Shown>(
  page: Page,
  ask: (after: string | undefined) => Promise<Stretch<Item>>,
  shape: (item: Item) => Shown | undefined,
): Promise<Shown[]> {
  const { after, shown: before } = (page.place as Place | undefined) ?? { shown: 0 };
  const { items, next } = await ask(after);
  const shown: Shown[] = [];
  for (const [index, item] of items.entries()) {
    if (index < before) continue;
    const shaped = shape(item);
    if (shaped === undefined) continue;
    if (!page.take(shaped)) {
      page.stopAt({ after, shown: index } satisfies Place);
      return shown;
    }
    shown.push(shaped);
  }
  if (next !== undefined) page.stopAt({ after: next, shown: 0 } satisfies Place);
  return shown;
}
