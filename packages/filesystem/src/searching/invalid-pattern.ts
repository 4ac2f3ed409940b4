import { ConnectorError } from "@drawbridge/core";

/** What the caller is told of a pattern that cannot be searched for. */
export function invalidPattern(reason: string): ConnectorError {
  return new ConnectorError("invalid_input", `The pattern cannot be searched for: ${reason}`);
}
