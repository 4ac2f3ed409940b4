import type { Attributes } from "@opentelemetry/api";
import type { ConnectorError } from "../errors/connector-error.ts";
import type { Operation } from "../pipeline/operation.ts";
import { protocolError } from "../serving/protocol-error.ts";

/** The protocol's error for requests that are wrong in themselves: the caller failed, not the server. */
const invalidParams = -32602;

/**
 * What spans and metrics say of a call that ended with an error: its class, never its words. `error.type` is there where
 * the conventions count it as a failure of the server; a call that its host gave up is none.
 */
export function failureAttributes({ kind }: Operation, error: ConnectorError): Attributes {
  const own = { "drawbridge.error.code": error.code };
  if (error.code === "cancelled") return own;
  if (kind === "tool") return { ...own, "error.type": "tool_error" };
  const { code } = protocolError(error);
  const status = { ...own, "rpc.response.status_code": `${code}` };
  return code === invalidParams ? status : { ...status, "error.type": `${code}` };
}
