import type { CallMemory } from "../asking/call-memory.ts";
import { ConnectorError } from "../errors/connector-error.ts";
import { assertRoomToAsk } from "./assert-room-to-ask.ts";
import type { Call } from "./call.ts";
import { callBinding } from "./call-binding.ts";
import type { QuestionReply } from "./reply.ts";

/** A host, or its person, that gives no answer which fits is not asked for ever. */
const mostRounds = 8;

/** Puts a call aside until its host has answered: nobody waits for it, and it holds no place. */
export function suspend(
  call: Call,
  questions: QuestionReply["questions"],
  shown?: NonNullable<CallMemory["shown"]>,
): QuestionReply {
  const { runtime, operation, reference, memory, answers = {} } = call;
  assertRoomToAsk(call);
  const round = (memory?.round ?? 0) + 1;
  if (round > mostRounds) {
    throw new ConnectorError(
      "refused",
      `${operation.name} was not answered in ${mostRounds} rounds, and asks no more.`,
    );
  }
  const kept: CallMemory = { call: reference, round, answers, ...(shown === undefined ? {} : { shown }) };
  return { kind: "question", questions, state: runtime.suspended.suspend(kept, callBinding(call)) };
}
