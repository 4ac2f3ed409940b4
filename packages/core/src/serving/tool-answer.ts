import { type CallToolResult, type InputRequiredResult, ProtocolError } from "@modelcontextprotocol/server";
import { publicError } from "../errors/public-error.ts";
import type { RecordReply, Reply } from "../pipeline/reply.ts";
import type { Provenance } from "./provenance.ts";
import { question } from "./question.ts";
import { toolError } from "./tool-error.ts";
import { toolResult } from "./tool-result.ts";

/** What a call of a tool came to, in the protocol's words: an error is a result too, but for one of the protocol. */
export async function toolAnswer(
  call: () => Promise<Reply>,
  provenance: Provenance,
): Promise<CallToolResult | InputRequiredResult> {
  try {
    const reply = await call();
    return reply.kind === "question" ? question(reply) : toolResult(reply as RecordReply, provenance);
  } catch (error) {
    if (error instanceof ProtocolError) throw error;
    return toolError(publicError(error, "none"));
  }
}
