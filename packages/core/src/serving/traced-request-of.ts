import type { Server } from "@modelcontextprotocol/server";
import type { TracedRequest } from "../telemetry/traced-request.ts";
import type { RequestContext } from "./request-context.ts";

/** What a trace tells of a request. */
export function tracedRequestOf(server: Server, { mcpReq, sessionId, http }: RequestContext): TracedRequest {
  const { method, id, _meta: meta } = mcpReq;
  const revision = server.getNegotiatedProtocolVersion();
  return { method, id, revision, sessionId, transport: http === undefined ? "pipe" : "tcp", meta };
}
