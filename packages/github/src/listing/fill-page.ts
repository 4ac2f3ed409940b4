import { ConnectorError, type Page } from "@drawbridge/core";
import { fitted } from "../shown/fitted.ts";
import { type TextPart, takePart } from "../shown/take-part.ts";

/** GitHub's own page, and how many of its items were shown before. */
interface Place {
  readonly page: number;
  readonly shown: number;
}

interface Filling {
  readonly page: Page;
  /** Items that GitHub puts on a page, the same for all pages of an answer. */
  readonly size: number;
  /** Whether something stands on the page already. */
  readonly isBegun?: boolean;
}

/**
 * Fills an answer's page from GitHub's pages, of which one is asked for. Each page shows at least one item: of a text that is
 * longer than a page, its beginning.
 *
 * @param ask one of GitHub's pages, from 1 on
 * @param shape an item as it is shown; undefined leaves it out
 */
export async function fillPage<Item, Shown>(
  { page, size, isBegun = false }: Filling,
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
    const taken = take(page, shaped, !isBegun && shown.length === 0);
    if (taken === undefined) {
      page.stopAt({ page: place.page, shown: index });
      return shown;
    }
    shown.push(taken);
  }
  if (items.length === size) page.stopAt({ page: place.page + 1, shown: 0 });
  return shown;
}

function take<Shown>(page: Page, shaped: Shown, isFirst: boolean): Shown | undefined {
  if (isTextPart(shaped)) {
    if (isFirst) return fitted(shaped, page);
    return takePart(page, shaped) ? shaped : undefined;
  }
  if (page.take(shaped)) return shaped;
  if (!isFirst) return undefined;
  throw new ConnectorError(
    "refused",
    "One item alone is larger than an answer may be here. A person can raise --max-result-bytes.",
  );
}

function isTextPart(shaped: unknown): shaped is TextPart {
  return typeof shaped === "object" && shaped !== null && "text" in shaped;
}
