import { ProtocolError, ProtocolErrorCode } from "@modelcontextprotocol/server";
import type { ConnectorError } from "../errors/connector-error.ts";
import type { Call } from "../pipeline/call.ts";

type Lacked = Exclude<Call["hostsFault"], "state" | undefined>;

const capabilities: Readonly<Record<Lacked, object>> = {
  form: { elicitation: { form: {} } },
  sampling: { sampling: {} },
  roots: { roots: {} },
};

/**
 * A failure that is the host's own, and no model's business: an error of the protocol, also where a tool was called. What a
 * host lacks, only those of 2026-07-28 are told so.
 */
export function hostsError(
  fault: NonNullable<Call["hostsFault"]>,
  { code, message, retryable }: ConnectorError,
): ProtocolError {
  const data = { code, retryable };
  if (fault === "state") return new ProtocolError(ProtocolErrorCode.InvalidParams, message, data);
  const requiredCapabilities = capabilities[fault];
  return new ProtocolError(ProtocolErrorCode.MissingRequiredClientCapability, message, {
    ...data,
    requiredCapabilities,
  });
}
