import type { Server } from "@modelcontextprotocol/server";
import type { CallOperation } from "./call-operation.ts";
import type { AnswerPlainCall } from "./plain-calls.ts";
import { PlainRequest } from "./plain-request.ts";
import type { Prepared } from "./prepared.ts";
import type { RequestContext } from "./request-context.ts";
import { toolAnswer } from "./tool-answer.ts";

/**
 * Answers plain calls of a host that has shaken hands in an earlier revision, of tools for which it is never asked
 * anything. All others take the SDK's way, which knows what goes back and forth for a question.
 */
export function answerPlainCalls(
  server: Server,
  { tools, provenance }: Pick<Prepared, "tools" | "provenance">,
  call: CallOperation,
): AnswerPlainCall {
  const sending: Pick<RequestContext["mcpReq"], "notify" | "log"> = {
    notify: (notification) => server.notification(notification),
    log: (level, data) => server.sendLoggingMessage({ level, data }),
  };
  return (plainCall, cancellation) => {
    const { params } = plainCall;
    const operation = tools.get(params.name);
    if (!operation?.asksNobody || server.getNegotiatedProtocolVersion() === undefined) return undefined;
    const context: RequestContext = { mcpReq: new PlainRequest(plainCall, cancellation, sending), cancellation };
    return toolAnswer(() => call(operation, params.arguments, context), provenance) as ReturnType<AnswerPlainCall>;
  };
}
