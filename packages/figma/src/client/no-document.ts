import { ConnectorError } from "@drawbridge/core";

/** Of an answer that is JSON and tells no design: it must not be kept as one, or its version would be lost for good. */
export function noDocument(key: string): ConnectorError {
  return new ConnectorError(
    "unavailable",
    `What was answered for file ${key} is no document. Try again in a moment; where a gateway stands before Figma's API (--api-url), a person sees what it answers.`,
  );
}
