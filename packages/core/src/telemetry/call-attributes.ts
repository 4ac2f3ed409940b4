import type { Attributes } from "@opentelemetry/api";
import type { Operation } from "../pipeline/operation.ts";
import type { TracedRequest } from "./traced-request.ts";

/** What spans and metrics say of every call. Each has few values, and none comes from the caller. */
export function callAttributes({ kind, name }: Operation, { method, revision, transport }: TracedRequest): Attributes {
  return {
    "mcp.method.name": method,
    ...targetOf(kind, name),
    ...(revision === undefined ? {} : { "mcp.protocol.version": revision }),
    "network.transport": transport,
    ...(transport === "tcp" ? { "network.protocol.name": "http" } : {}),
  };
}

/** Which kind of resource it is has no attribute in the conventions, and its address is not for everybody to see. */
function targetOf(kind: Operation["kind"], name: string): Attributes {
  if (kind === "tool") return { "gen_ai.operation.name": "execute_tool", "gen_ai.tool.name": name };
  return kind === "prompt" ? { "gen_ai.prompt.name": name } : { "drawbridge.resource": name };
}
