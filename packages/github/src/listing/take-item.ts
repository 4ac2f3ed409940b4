import { ConnectorError, type Page } from "@drawbridge/core";
import { fitted } from "../shown/fitted.ts";
import { type TextPart, takePart } from "../shown/take-part.ts";

/**
 * Takes room on a page for an item: of the first, if it is a text, for as much of its beginning as fits. Undefined where there is
 * none left.
 */
export function takeItem<Shown>(page: Page, shaped: Shown, isFirst: boolean): Shown | undefined {
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
