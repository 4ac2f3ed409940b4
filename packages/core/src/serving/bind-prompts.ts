import { type ContentBlock, ProtocolError, ProtocolErrorCode, type Server } from "@modelcontextprotocol/server";
import type { PromptMessage } from "../define/prompt.ts";
import type { PromptReply } from "../pipeline/reply.ts";
import type { CallOperation } from "./call-operation.ts";
import { contentBlock } from "./content-block.ts";
import { inProtocol } from "./in-protocol.ts";
import type { Prepared } from "./prepared.ts";
import type { Provenance } from "./provenance.ts";
import { question } from "./question.ts";
import type { Runtime } from "./runtime.ts";
import { toldName } from "./told-name.ts";
import { toolResult } from "./tool-result.ts";

/** Lists the prompts, and writes them. */
export function bindPrompts(
  server: Server,
  { prompts, promptListings, provenance }: Prepared,
  call: CallOperation,
  redactor: Runtime["redactor"],
): void {
  const listed = { prompts: promptListings as never };
  server.setRequestHandler("prompts/list", () => listed);
  server.setRequestHandler("prompts/get", async ({ params }, context) => {
    const operation = prompts.get(params.name);
    if (operation === undefined) {
      const told = toldName(params.name, redactor);
      throw new ProtocolError(ProtocolErrorCode.InvalidParams, `There is no prompt ${told}`);
    }
    const reply = await inProtocol(call(operation, params.arguments, context));
    if (reply.kind === "question") return question(reply);
    const messages = (reply as PromptReply).messages.flatMap(({ role = "user", ...message }) =>
      blocksOf(message, provenance).map((content) => ({ role, content })),
    );
    return { messages };
  });
}

function blocksOf(message: PromptMessage, provenance: Provenance): readonly ContentBlock[] {
  if (!("content" in message)) return [contentBlock(message, provenance)];
  return toolResult({ kind: "content", facts: {}, ...message.content }, provenance).content;
}
