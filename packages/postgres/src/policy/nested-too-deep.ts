import { ConnectorError } from "@drawbridge/core";

/** Told of a statement that the stack has no room for. */
export function nestedTooDeep(): ConnectorError {
  return new ConnectorError("invalid_input", "The statement is nested too deep to be parsed. Write it flatter.");
}
