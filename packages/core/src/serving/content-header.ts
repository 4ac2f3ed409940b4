import type { ContentReply } from "../pipeline/reply.ts";
import { answerHeader } from "./answer-header.ts";

/** The header above an answer's first part: the facts of the whole, and the part's own. */
export function contentHeader({ facts, parts }: Pick<ContentReply, "facts" | "parts">): string {
  const own = parts[0]?.facts;
  return answerHeader(own === undefined ? facts : { ...facts, ...own });
}
