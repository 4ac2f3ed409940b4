import { ConnectorError } from "@drawbridge/core";

/** Of an item that no page holds: to begin anew with it would go on for ever. */
export function tooLarge(): ConnectorError {
  return new ConnectorError(
    "refused",
    "One item alone is larger than an answer may be here. A person can raise --max-result-bytes.",
  );
}
