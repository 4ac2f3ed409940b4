import { type InputRequest, type InputRequiredResult, inputRequired } from "@modelcontextprotocol/server";
import type { AskedQuestion, QuestionReply } from "../pipeline/reply.ts";

/** Questions in the protocol's words: the host answers them and makes the call again. */
export function question({ questions, state }: QuestionReply): InputRequiredResult {
  const asked = Object.entries(questions).map(([name, one]) => [name, inputRequest(one)] as const);
  return inputRequired({ inputRequests: Object.fromEntries(asked), requestState: state });
}

function inputRequest(asked: AskedQuestion): InputRequest {
  switch (asked.kind) {
    case "form":
      return inputRequired.elicit({ message: asked.message, requestedSchema: asked.schema as never });
    case "sampling":
      return inputRequired.createMessage({
        messages: [{ role: "user", content: { type: "text", text: asked.prompt } }],
        maxTokens: asked.maxTokens,
      });
    case "roots":
      return inputRequired.listRoots();
  }
}
