import type { HostsAnswer } from "../asking/hosts-answer.ts";
import type { RequestContext } from "./request-context.ts";

/** What a request carries of answers to what was asked before; undefined for a request that carries none. */
export function hostsAnswerIn({ mcpReq }: RequestContext): HostsAnswer | undefined {
  const state = mcpReq.requestState<unknown>();
  const { inputResponses } = mcpReq;
  if (state === undefined && inputResponses === undefined) return undefined;
  return { state: typeof state === "string" ? state : undefined, responses: inputResponses ?? {} };
}
