import { ConnectorError } from "@drawbridge/core";

/** Said where the system does not let something be taken back: the journal holds all of it still. */
export function cutShort(error: unknown): ConnectorError {
  const { code = "unknown" } = error as NodeJS.ErrnoException;
  return new ConnectorError(
    "refused",
    `Taking it back was cut short by the system (${code}). Once a person has made room or given permission, the next start of ` +
      "this server brings it to its end.",
    { cause: error },
  );
}
