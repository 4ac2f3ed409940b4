import type { Server, ServerContext } from "@modelcontextprotocol/server";
import type { TracedRequest } from "../telemetry/traced-request.ts";

/** What a trace tells of a request. */
export function tracedRequestOf(server: Server, { mcpReq, sessionId, http }: ServerContext): TracedRequest {
  const { method, id, _meta: meta } = mcpReq;
  const revision = server.getNegotiatedProtocolVersion();
  return { method, id, revision, sessionId, transport: http === undefined ? "pipe" : "tcp", meta };
}
