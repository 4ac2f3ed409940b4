import { CLIENT_CAPABILITIES_META_KEY, type Server } from "@modelcontextprotocol/server";
import type { Question } from "../define/question.ts";
import type { RequestContext } from "./request-context.ts";

interface Capabilities {
  /** One that names no way of asking means forms. */
  readonly elicitation?: { readonly form?: unknown; readonly url?: unknown };
  readonly sampling?: unknown;
  readonly roots?: unknown;
}

/** Whether the host has declared that it can be asked such a question. */
export function canAsk(server: Server, { mcpReq }: RequestContext, kind: Question["kind"]): boolean {
  const envelope = mcpReq.envelope as Readonly<Record<string, unknown>> | undefined;
  const declared = envelope?.[CLIENT_CAPABILITIES_META_KEY] ?? server.getClientCapabilities();
  const { elicitation, sampling, roots } = (declared ?? {}) as Capabilities;
  if (kind === "sampling") return sampling !== undefined;
  if (kind === "roots") return roots !== undefined;
  return elicitation !== undefined && (elicitation.form !== undefined || elicitation.url === undefined);
}
