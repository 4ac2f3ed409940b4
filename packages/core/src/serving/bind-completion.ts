import type { Server } from "@modelcontextprotocol/server";
import type { ListReply } from "../pipeline/reply.ts";
import type { CallOperation } from "./call-operation.ts";
import { inProtocol } from "./in-protocol.ts";
import type { PreparedResource } from "./prepared.ts";

/** Suggests values for the variables of resources' templates. */
export function bindCompletion(server: Server, resources: readonly PreparedResource[], call: CallOperation): void {
  server.setRequestHandler("completion/complete", async ({ params: { ref, argument } }, context) => {
    const uri = ref.type === "ref/resource" ? ref.uri : undefined;
    const operation = resources.find(({ uriTemplate }) => uriTemplate === uri)?.completions.get(argument.name);
    if (operation === undefined) return { completion: { values: [] } };
    const { items, left = 0 } = (await inProtocol(call(operation, argument.value, context))) as ListReply;
    return { completion: { values: items as string[], total: items.length + left, hasMore: left > 0 } };
  });
}
