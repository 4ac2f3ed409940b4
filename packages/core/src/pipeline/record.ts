import type { Outcome } from "../audit/audit-event.ts";
import { sha256 } from "../digest/sha256.ts";
import { ConnectorError } from "../errors/connector-error.ts";
import { publicError } from "../errors/public-error.ts";
import { appendToAudit } from "./append-to-audit.ts";
import type { Call } from "./call.ts";
import { changedUnrecorded } from "./changed-unrecorded.ts";
import type { Reply } from "./reply.ts";
import type { Stage } from "./stage.ts";
import { unrecorded } from "./unrecorded.ts";

/**
 * Records how every call ended, refused ones included, before its answer goes out: in the audit log where there is one,
 * and as one line of the log. Lets no error leave with more than it may say.
 */
export const record: Stage = async (call, next) => {
  if (call.runtime.audit !== undefined) call.digest = digestOf(call.input);
  let reply: Reply;
  try {
    reply = await next();
    if (reply.kind === "question") asked(call);
  } catch (thrown) {
    const error = publicError(thrown, call.reference);
    end(call, outcomeOf(error), error);
    throw error;
  }
  if (reply.kind === "question") return reply;
  const lost = end(call, "succeeded");
  if (lost !== undefined && call.effect !== "read" && !call.dryRun) throw changedUnrecorded(call.reference, lost);
  return reply;
};

/** Arguments nested too deep to be written down have none; the stage `validate` refuses them. */
function digestOf(input: unknown): string {
  try {
    return sha256(JSON.stringify(input) ?? "");
  } catch {
    return "";
  }
}

/** The host is asked: the call goes on under the same reference when it has answered. */
function asked(call: Call): void {
  try {
    appendToAudit(call, { event: "asked" });
  } catch (error) {
    throw unrecorded(error);
  }
  const { operation, principal, effect, reference, requestId } = call;
  const request = requestId === undefined ? {} : { request: requestId };
  call.runtime.questions.add(reference, call.signal(), () => end(call, "cancelled", unanswered()));
  const asked = { event: "asked", [operation.kind]: operation.name, principal, effect, reference, ...request };
  call.runtime.log.write("info", asked);
}

function unanswered(): ConnectorError {
  return new ConnectorError("cancelled", "Nobody answered the question.");
}

/** Returns why the audit log could not take the line, if it could not. */
function end(call: Call, outcome: Outcome, error?: ConnectorError): unknown {
  const duration = Math.round((performance.now() - call.arrived) * 100) / 100;
  const { log } = call.runtime;
  let lost: unknown;
  try {
    appendToAudit(call, {
      event: "ended",
      outcome,
      ...(error === undefined ? {} : { code: error.code }),
      duration,
      ...(call.bytes === undefined ? {} : { bytes: call.bytes }),
    });
  } catch (failure) {
    // What was done is done, and a write's `started` line stands. The caller of a read goes on without noticing.
    lost = failure;
    log.write("error", {
      event: "audit",
      problem: "a call's end could not be recorded",
      reference: call.reference,
      err: failure,
    });
  }
  const level = error?.code === "internal" ? "error" : "info";
  if (!log.enabled(level)) return lost;
  log.write(level, {
    event: "call",
    [call.operation.kind]: call.operation.name,
    principal: call.principal,
    effect: call.effect,
    outcome,
    ms: duration,
    reference: call.reference,
    ...(call.requestId === undefined ? {} : { request: call.requestId }),
    ...(error === undefined ? {} : { code: error.code, internal: error.internal, err: error.cause }),
  });
  return lost;
}

function outcomeOf({ code }: ConnectorError): Outcome {
  if (code === "invalid_input") return "invalid";
  if (code === "cancelled") return "cancelled";
  return code === "refused" || code === "needs_confirmation" || code === "rate_limited" ? "refused" : "failed";
}
