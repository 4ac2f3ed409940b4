import { ConnectorError } from "../errors/connector-error.ts";
import type { Call } from "./call.ts";
import { callBinding } from "./call-binding.ts";
import type { Reply } from "./reply.ts";
import type { Stage } from "./stage.ts";

const faults = {
  forged: "is not of this call",
  expired: "came after ten minutes",
  used: "was used before",
} as const;

/**
 * Takes up a call that is made again after its host was asked: it goes on under the same reference, with what was answered
 * before, and was counted when it came. What the host sent back is counted when it is none of ours.
 */
export const resume: Stage = (call, next) => {
  const state = call.answer?.state;
  return state === undefined ? next() : resumed(call, state, next);
};

async function resumed(call: Call, state: string, next: () => Promise<Reply>): Promise<Reply> {
  const { runtime, principal } = call;
  const found = await runtime.suspended.resume(state, callBinding(call));
  if ("memory" in found) {
    call.memory = found.memory;
    call.reference = found.memory.call;
    runtime.questions.answered(call.reference);
    return next();
  }
  await runtime.rateLimit?.take(principal);
  if (found.fault === "forged") call.hostsFault = "state";
  throw new ConnectorError(
    "refused",
    `What came back with the answer ${faults[found.fault]}. Call again without it to have the question asked anew.`,
  );
}
