import { Asking } from "../asking/asking.ts";
import { formSchema } from "../asking/form-schema.ts";
import type { Question } from "../define/question.ts";
import type { Call } from "./call.ts";
import { endInTime } from "./end-in-time.ts";
import type { Operation } from "./operation.ts";
import { refusePlaceholders } from "./refuse-placeholders.ts";
import type { AskedQuestion, Reply } from "./reply.ts";
import type { Stage } from "./stage.ts";
import { suspend } from "./suspend.ts";

/**
 * Has the host asked what a tool or prompt cannot know. While something is unanswered the reply is a question, which frees
 * the call's place; the host then makes the same call with the answers. A dry run asks nobody.
 */
export const ask: Stage = (call, next) => {
  const { operation, dryRun } = call;
  return operation.ask === undefined || dryRun ? next() : askFor(call, operation.ask, next);
};

async function askFor(call: Call, ask: NonNullable<Operation["ask"]>, next: () => Promise<Reply>): Promise<Reply> {
  const { memory, answer, canAsk, operation } = call;
  const asking = new Asking({ operation: operation.name, memory, answer, canAsk });
  try {
    call.asked = await endInTime(call, () => ask(call, asking.ask));
  } catch (error) {
    if (error === asking.lacking?.error) call.hostsFault = asking.lacking?.kind;
    if (asking.open === undefined) throw error;
  }
  call.answers = asking.answers;
  if (call.effect !== "read") refusePlaceholders(call.answers);
  if (asking.open === undefined) return next();
  const questions = Object.entries(asking.open).map(([name, question]) => [name, asked(question)] as const);
  return suspend(call, Object.fromEntries(questions));
}

function asked(question: Question): AskedQuestion {
  if (question.kind === "form") {
    return { kind: "form", message: question.message, schema: formSchema(question.fields) };
  }
  if (question.kind === "roots") return { kind: "roots" };
  return { kind: "sampling", prompt: question.prompt, maxTokens: question.maxTokens };
}
