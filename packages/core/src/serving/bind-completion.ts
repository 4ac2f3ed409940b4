import type { Server } from "@modelcontextprotocol/server";
import type { ListReply } from "../pipeline/reply.ts";
import type { CallOperation } from "./call-operation.ts";
import { inProtocol } from "./in-protocol.ts";
import type { CompletionInput } from "./prepare-completions.ts";
import type { Prepared } from "./prepared.ts";

/** What values are suggested for: variables of resources' templates, and arguments of prompts. */
type Completed = Pick<Prepared, "resources" | "promptCompletions">;

/** Suggests values while a person types them. */
export function bindCompletion(server: Server, { resources, promptCompletions }: Completed, call: CallOperation): void {
  server.setRequestHandler("completion/complete", async ({ params: { ref, argument, context: known } }, context) => {
    const completions =
      ref.type === "ref/resource"
        ? resources.find(({ uriTemplate }) => uriTemplate === ref.uri)?.completions
        : promptCompletions.get(ref.name);
    const operation = completions?.get(argument.name);
    if (operation === undefined) return { completion: { values: [] } };
    const input: CompletionInput = { typed: argument.value, chosen: known?.arguments ?? {} };
    const { items, left = 0 } = (await inProtocol(call(operation, input, context))) as ListReply;
    return { completion: { values: items as string[], total: items.length + left, hasMore: left > 0 } };
  });
}
