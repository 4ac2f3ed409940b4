import { ConnectorError, type Page } from "@drawbridge/core";
import { fitted } from "./fitted.ts";
import { type TextPart, takePart } from "./take-part.ts";

/**
 * Takes room for an item of a list; undefined where it has to wait for the next page. The first of a page never waits: of a
 * text its beginning is shown.
 */
export function takeItem<Shown>(page: Page, item: Shown, isFirst: boolean): Shown | undefined {
  if (isTextPart(item)) {
    if (isFirst) return fitted(item, page);
    return takePart(page, item) ? item : undefined;
  }
  if (page.take(item)) return item;
  if (!isFirst) return undefined;
  throw new ConnectorError(
    "refused",
    "One item alone is larger than an answer may be here. A person can raise --max-result-bytes.",
  );
}

function isTextPart(item: unknown): item is TextPart {
  return typeof item === "object" && item !== null && "text" in item;
}
