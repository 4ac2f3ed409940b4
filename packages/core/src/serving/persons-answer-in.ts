import { acceptedContent, type ServerContext } from "@modelcontextprotocol/server";
import * as z from "zod";
import type { PersonsAnswer } from "../approval/persons-answer.ts";

/** The name of the one question that core asks. */
export const questionName = "allow";

/** What a person is shown to fill in. Ticking it is the approval: a host that accepts a form for them leaves it empty. */
export const questionSchema = z.object({
  allow: z.boolean().default(false).meta({ title: "Allow", description: "Leave it off to decline" }),
});

/** The answer that a request carries to a question asked before; undefined for a request that carries none. */
export function personsAnswerIn({ mcpReq }: ServerContext): PersonsAnswer | undefined {
  const approval = mcpReq.requestState<unknown>();
  if (typeof approval !== "string") return undefined;
  const content = acceptedContent(mcpReq.inputResponses, questionName, questionSchema);
  return { approval, verdict: content?.allow === true ? "allowed" : "declined" };
}
