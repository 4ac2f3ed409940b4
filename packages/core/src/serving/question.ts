import { type InputRequiredResult, inputRequired } from "@modelcontextprotocol/server";
import type { QuestionReply } from "../pipeline/reply.ts";
import { questionName, questionSchema } from "./persons-answer-in.ts";

/** A question in the protocol's words: the host asks its person and makes the call again with the answer. */
export function question({ text, approval }: QuestionReply): InputRequiredResult {
  const asked = inputRequired.elicit({ message: text, requestedSchema: questionSchema });
  return inputRequired({ inputRequests: { [questionName]: asked }, requestState: approval });
}
