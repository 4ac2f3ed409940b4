import * as z from "zod";
import { approvalName } from "../asking/asking.ts";
import { readAnswer } from "../asking/read-answer.ts";
import type { Plan } from "../define/plan.ts";
import { ConnectorError } from "../errors/connector-error.ts";
import { assertRoomToAsk } from "./assert-room-to-ask.ts";
import type { Call } from "./call.ts";
import { endInTime } from "./end-in-time.ts";
import { needsConfirmation } from "./needs-confirmation.ts";
import { questionText } from "./question-text.ts";
import type { Reply } from "./reply.ts";
import type { Stage } from "./stage.ts";
import { suspend } from "./suspend.ts";

/** What a person is shown to fill in. Ticking it is the approval: a host that accepts a form for them leaves it empty. */
const approval = {
  fields: z.object({ allow: z.boolean().default(false) }),
  schema: {
    type: "object",
    properties: {
      allow: { type: "boolean", title: "Allow", description: "Leave it off to decline", default: false },
    },
  },
} as const;

/**
 * Has a person asked before a call of an effect at or above `--confirm` runs. The first time round the answer is a
 * question, which frees the call's place while the person thinks; the host then makes the same call with the answer.
 */
export const confirm: Stage = (call, next) => (needsConfirmation(call) ? ask(call, next) : next());

async function ask(call: Call, next: () => Promise<Reply>): Promise<Reply> {
  if (!call.canAsk("form")) throw cannotAsk(call);
  const shown = call.memory?.shown;
  if (shown === undefined) {
    assertRoomToAsk(call);
    const plan = await planOf(call);
    const message = questionText(call, plan);
    const stateDigest = plan?.stateDigest ?? null;
    return suspend(call, { [approvalName]: { kind: "form", message, schema: approval.schema } }, { stateDigest });
  }
  if (!isAllowed(call)) {
    throw new ConnectorError(
      "refused",
      `The person declined ${call.operation.name}. Do not call it again for the same purpose.`,
    );
  }
  const stateDigest = (await planOf(call))?.stateDigest;
  if ((stateDigest ?? null) !== shown.stateDigest) throw changedMeanwhile();
  call.approvedState = stateDigest;
  return next();
}

function isAllowed({ answer }: Call): boolean {
  const raw = answer?.responses[approvalName];
  const form = readAnswer(raw, { kind: "form", message: "", fields: approval.fields });
  return typeof form === "object" && (form.value as z.output<typeof approval.fields>).allow === true;
}

async function planOf(call: Call): Promise<Plan | undefined> {
  const { plan } = call.operation;
  return plan === undefined ? undefined : endInTime(call, () => plan(call));
}

function changedMeanwhile(): ConnectorError {
  return new ConnectorError(
    "conflict",
    "What the person approved is no longer what would happen: it changed meanwhile. Call again to have them asked anew.",
  );
}

function cannotAsk({ operation }: Call): ConnectorError {
  return new ConnectorError(
    "needs_confirmation",
    `${operation.name} needs a person's confirmation, which your host cannot ask for. The person who runs this server can ` +
      "allow it unasked with --confirm never.",
  );
}
