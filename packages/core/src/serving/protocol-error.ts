import { ProtocolError, ProtocolErrorCode } from "@modelcontextprotocol/server";
import type { ConnectorError } from "../errors/connector-error.ts";

/** A failure of what the host, not the model, asked for: resources, prompts and completions have no other channel. */
export function protocolError({ code, message, retryable, retryAfter }: ConnectorError): ProtocolError {
  const callersFault = code === "invalid_input" || code === "not_found" || code === "refused";
  return new ProtocolError(callersFault ? ProtocolErrorCode.InvalidParams : ProtocolErrorCode.InternalError, message, {
    code,
    retryable,
    ...(retryAfter === undefined ? {} : { retryAfter }),
  });
}
