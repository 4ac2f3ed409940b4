import type { CallToolResult } from "@modelcontextprotocol/server";
import type { ConnectorError } from "../errors/connector-error.ts";

/** A failure that the model reads and can act on. */
export function toolError({ code, message, retryable, retryAfter }: ConnectorError): CallToolResult {
  return {
    _meta: { code, retryable, ...(retryAfter === undefined ? {} : { retryAfter }) },
    content: [{ type: "text", text: `${code}: ${message}` }],
    isError: true,
  };
}
