import { ConnectorError } from "@drawbridge/core";

/** Tells which ids a file has no nodes of. */
export function unknownNodes(file: string, ids: readonly string[]): ConnectorError {
  const shown = ids.slice(0, 10).join(", ");
  const more = ids.length > 10 ? ` and ${ids.length - 10} more` : "";
  return new ConnectorError(
    "not_found",
    `${file} has no node ${shown}${more}. Ids are like 12:34: take them from figma_read or figma_find, or from an address's node-id.`,
  );
}
