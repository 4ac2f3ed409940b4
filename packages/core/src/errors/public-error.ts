import { ConnectorError } from "./connector-error.ts";

/**
 * What may leave the process of something thrown. A `ConnectorError` leaves as it is; anything else becomes
 * `internal` with a reference under which the log has the whole of it.
 */
export function publicError(thrown: unknown, reference: string): ConnectorError {
  if (ConnectorError.is(thrown)) return thrown;
  return new ConnectorError(
    "internal",
    `Something failed inside the server. Whoever runs it finds the cause in its log under reference ${reference}.`,
    { cause: thrown },
  );
}
