import type { FigmaDocument } from "../documents/figma-document.ts";
import { findNodes } from "../documents/find-nodes.ts";
import { withNodes } from "../documents/with-nodes.ts";
import { unknownNodes } from "./unknown-nodes.ts";

/** A document with some subtrees of it alone, in the order in which they were asked for. */
export function subtreesOf(document: FigmaDocument, ids: readonly string[]): FigmaDocument {
  const found = findNodes(document.document, ids);
  const missing = ids.filter((id) => !found.has(id));
  if (missing.length > 0) throw unknownNodes(document.name, missing);
  return withNodes(
    document,
    ids.flatMap((id) => found.get(id) ?? []),
  );
}
