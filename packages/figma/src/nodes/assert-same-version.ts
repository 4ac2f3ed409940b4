import { ConnectorError } from "@drawbridge/core";
import type { FigmaDocument } from "../documents/figma-document.ts";

/** @throws ConnectorError where the file changed between two pages of one answer, which would not fit together */
export function assertSameVersion(document: FigmaDocument, version: string | undefined): void {
  if (version === undefined || version === document.version) return;
  throw new ConnectorError(
    "conflict",
    `${document.name} was changed since the first page of this answer was made. Ask again without cursor.`,
  );
}
