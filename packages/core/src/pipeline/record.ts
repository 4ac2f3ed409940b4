import type { ConnectorError } from "../errors/connector-error.ts";
import { publicError } from "../errors/public-error.ts";
import type { Call } from "./call.ts";
import type { Stage } from "./stage.ts";

/** How a call ended, in the record's words. */
type Outcome = "succeeded" | "failed" | "invalid" | "refused" | "cancelled";

/** Writes one log line for every call, refused ones included, and lets no error leave with more than it may say. */
export const record: Stage = async (call, next) => {
  try {
    const reply = await next();
    write(call, "succeeded");
    return reply;
  } catch (thrown) {
    const error = publicError(thrown, call.reference);
    write(call, outcomeOf(error), error);
    throw error;
  }
};

function write(call: Call, outcome: Outcome, error?: ConnectorError): void {
  const { log } = call.runtime;
  const level = error?.code === "internal" ? "error" : "info";
  if (!log.enabled(level)) return;
  log.write(level, {
    event: "call",
    [call.operation.kind]: call.operation.name,
    principal: call.principal,
    effect: call.effect,
    outcome,
    ms: Math.round((performance.now() - call.arrived) * 100) / 100,
    reference: call.reference,
    ...(error === undefined ? {} : { code: error.code, internal: error.internal, err: error.cause }),
  });
}

function outcomeOf({ code }: ConnectorError): Outcome {
  if (code === "invalid_input") return "invalid";
  if (code === "cancelled") return "cancelled";
  return code === "refused" || code === "needs_confirmation" || code === "rate_limited" ? "refused" : "failed";
}
