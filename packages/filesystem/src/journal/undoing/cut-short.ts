import { ConnectorError } from "@drawbridge/core";

/**
 * Said where the system does not let something be taken back: the journal holds all of it still.
 *
 * @param undone the transaction that fs_undo was called for
 */
export function cutShort(error: unknown, undone?: string): ConnectorError {
  const { code = "unknown" } = error as NodeJS.ErrnoException;
  const again = undone === undefined ? "" : `call fs_undo with ${undone} again, or let `;
  return new ConnectorError(
    "refused",
    `Taking it back was cut short by the system (${code}). Once a person has made room or given permission, ${again}the next ` +
      `change through this server, or its next start, ${undone === undefined ? "brings" : "bring"} it to its end.`,
    { cause: error },
  );
}
