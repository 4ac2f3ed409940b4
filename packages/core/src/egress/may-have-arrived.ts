import { ConnectorError } from "../errors/connector-error.ts";

/**
 * Whether a request that the guard let out, and that failed, was perhaps done all the same: then a change must not be made again without a look.
 * Of a connection that was never made nothing can have arrived, nor of a request that was refused before it left.
 */
export function mayHaveArrived(error: unknown): boolean {
  if (!ConnectorError.is(error)) return false;
  const { code, message } = error;
  // As `boundedBody` says it: the answer had begun.
  if (code === "refused") return /^The answer of \S+ is over /.test(message);
  return (code === "unavailable" || code === "timeout") && !/ECONNREFUSED|ENOTFOUND|EAI_AGAIN/.test(message);
}
