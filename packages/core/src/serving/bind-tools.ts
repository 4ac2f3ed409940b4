import { ProtocolError, ProtocolErrorCode, type Server } from "@modelcontextprotocol/server";
import type { Caller } from "../http/authentication/caller.ts";
import { nearest } from "../options/nearest.ts";
import type { CallOperation } from "./call-operation.ts";
import type { Prepared } from "./prepared.ts";
import type { RequestContext } from "./request-context.ts";
import type { Runtime } from "./runtime.ts";
import { toldName } from "./told-name.ts";
import { toolAnswer } from "./tool-answer.ts";

interface ToolServices {
  readonly call: CallOperation;
  readonly callerOf: (context: RequestContext) => Caller;
  readonly redactor: Runtime["redactor"];
}

/** Lists the tools that a caller may use, and calls them. */
export function bindTools(
  server: Server,
  { tools, toolListings, provenance }: Prepared,
  { call, callerOf, redactor }: ToolServices,
): void {
  server.setRequestHandler("tools/list", (_, context) => ({ tools: toolListings(callerOf(context).access) as never }));
  server.setRequestHandler("tools/call", async ({ params }, context) => {
    const operation = tools.get(params.name);
    if (operation === undefined) {
      throw unknownTool(params.name, [...tools.keys()], redactor);
    }
    return toolAnswer(() => call(operation, params.arguments, context), provenance);
  });
}

/** The protocol has an error for it, which the model may never see; the host's log will. */
function unknownTool(name: string, known: readonly string[], redactor: Runtime["redactor"]): ProtocolError {
  const meant = nearest(name.slice(0, 64), known);
  const hint = meant === undefined ? "" : `; did you mean ${meant}?`;
  return new ProtocolError(ProtocolErrorCode.InvalidParams, `There is no tool ${toldName(name, redactor)}${hint}`);
}
