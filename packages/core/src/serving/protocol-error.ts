import { ProtocolError, ProtocolErrorCode } from "@modelcontextprotocol/server";
import type { ConnectorError } from "../errors/connector-error.ts";

/**
 * A failure of what the host, not the model, asked for: resources, prompts and completions have no other channel.
 *
 * @param about what the host asked for, for it to know the error by
 */
export function protocolError(
  { code, message, retryable, retryAfter }: ConnectorError,
  about?: Readonly<Record<string, unknown>>,
): ProtocolError {
  const callersFault = code === "invalid_input" || code === "not_found" || code === "refused";
  return new ProtocolError(callersFault ? ProtocolErrorCode.InvalidParams : ProtocolErrorCode.InternalError, message, {
    ...about,
    code,
    retryable,
    ...(retryAfter === undefined ? {} : { retryAfter }),
  });
}
