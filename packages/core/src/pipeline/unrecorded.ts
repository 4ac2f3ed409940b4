import { ConnectorError } from "../errors/connector-error.ts";

/** The refusal of a change that the audit log cannot take a line about. */
export function unrecorded(error: unknown): ConnectorError {
  return new ConnectorError(
    "unavailable",
    "The audit log cannot be written, and nothing is changed unrecorded. The person who runs this server finds the cause " +
      "in its log; reading goes on.",
    { internal: `audit log: ${(error as Error).message}`, cause: error },
  );
}
