import type { ApprovalBinding } from "../approval/approvals.ts";
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
  const { operation, runtime, principal, input, answer } = call;
  if (!call.canAsk) throw cannotAsk(call);
  const plan = await planOf(call);
  const binding: ApprovalBinding = { operation: operation.name, input, principal, stateDigest: plan?.stateDigest };
  if (answer === undefined) {
    const approval = runtime.approvals.ask(binding, call.reference);
    return { kind: "question", text: questionText(call, plan), approval };
  }
  try {
    call.reference = await runtime.approvals.redeem(answer.approval, binding);
  } catch (error) {
    await runtime.rateLimit?.take(principal);
    throw error;
  }
  if (answer.verdict === "allowed") {
    call.approvedState = plan?.stateDigest;
    return next();
  }
  throw new ConnectorError(
    "refused",
    `The person declined ${operation.name}. Do not call it again for the same purpose.`,
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
