import type { ApprovalBinding, Approved } from "../approval/approvals.ts";
import type { Plan } from "../define/plan.ts";
import { ConnectorError } from "../errors/connector-error.ts";
import type { Call } from "./call.ts";
import { endInTime } from "./end-in-time.ts";
import { needsConfirmation } from "./needs-confirmation.ts";
import { questionText } from "./question-text.ts";
import type { Reply } from "./reply.ts";
import type { Stage } from "./stage.ts";

/**
 * Has a person asked before a call of an effect at or above `--confirm` runs. The first time round the answer is a
 * question, which frees the call's place while the person thinks; the host then makes the same call with the answer.
 */
export const confirm: Stage = (call, next) => (needsConfirmation(call) ? ask(call, next) : next());

async function ask(call: Call, next: () => Promise<Reply>): Promise<Reply> {
  const { operation, runtime, principal, sent, answer } = call;
  if (!call.canAsk) throw cannotAsk(call);
  const binding: ApprovalBinding = { operation: operation.name, arguments: sent, principal };
  if (answer === undefined) {
    if (!runtime.questions.hasRoom) throw tooManyAsked();
    const plan = await planOf(call);
    const approval = runtime.approvals.ask(binding, call.reference, plan?.stateDigest);
    return { kind: "question", text: questionText(call, plan), approval };
  }
  const approved = await redeem(call, answer.approval, binding);
  call.reference = approved.call;
  runtime.questions.answered(approved.call);
  if (answer.verdict === "declined") {
    throw new ConnectorError(
      "refused",
      `The person declined ${operation.name}. Do not call it again for the same purpose.`,
    );
  }
  const stateDigest = (await planOf(call))?.stateDigest;
  if (stateDigest !== approved.stateDigest) throw changed();
  call.approvedState = stateDigest;
  return next();
}

/** An answer that is none counts as a call: forging them must not be free. */
async function redeem({ runtime, principal }: Call, approval: string, binding: ApprovalBinding): Promise<Approved> {
  try {
    return await runtime.approvals.redeem(approval, binding);
  } catch (error) {
    await runtime.rateLimit?.take(principal);
    throw error;
  }
}

function tooManyAsked(): ConnectorError {
  const message = "Too many calls wait for a person already. Have those answered before you make another.";
  return new ConnectorError("rate_limited", message, { retryAfter: 60 });
}

function changed(): ConnectorError {
  return new ConnectorError(
    "conflict",
    "What the person approved is no longer what would happen: it changed meanwhile. Call again to have them asked anew.",
  );
}

async function planOf(call: Call): Promise<Plan | undefined> {
  const { plan } = call.operation;
  return plan === undefined ? undefined : endInTime(call, () => plan(call));
}

function cannotAsk({ operation }: Call): ConnectorError {
  return new ConnectorError(
    "needs_confirmation",
    `${operation.name} needs a person's confirmation, which your host cannot ask for. The person who runs this server can ` +
      "allow it unasked with --confirm never.",
  );
}
