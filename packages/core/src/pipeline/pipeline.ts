import { access } from "./access.ts";
import { ask } from "./ask.ts";
import { budget } from "./budget.ts";
import type { Call } from "./call.ts";
import { confirm } from "./confirm.ts";
import { deadline } from "./deadline.ts";
import { fence } from "./fence.ts";
import { limit } from "./limit.ts";
import { record } from "./record.ts";
import { recordStart } from "./record-start.ts";
import { redact } from "./redact.ts";
import type { Reply } from "./reply.ts";
import { resume } from "./resume.ts";
import { run } from "./run.ts";
import type { Stage } from "./stage.ts";
import { trace } from "./trace.ts";
import { validate } from "./validate.ts";

/**
 * The whole journey of a call. It enters at the top, and its reply, or the error that a stage throws, leaves from the
 * bottom up: what the tool made is redacted, then fenced, then held to its budget, then recorded.
 */
const stages: readonly Stage[] = [
  trace,
  record,
  budget,
  fence,
  redact,
  validate,
  access,
  resume,
  limit,
  ask,
  confirm,
  deadline,
  recordStart,
  run,
];

/** Takes a call through every stage. Throws `ConnectorError` only. */
export function pass(call: Call): Promise<Reply> {
  const from = (index: number): Promise<Reply> => {
    const stage = stages[index];
    if (stage === undefined) throw new Error("The last stage must answer");
    return stage(call, () => from(index + 1));
  };
  return from(0);
}
