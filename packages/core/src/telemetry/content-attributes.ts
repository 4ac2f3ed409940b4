import type { Attributes } from "@opentelemetry/api";
import { makeVisible } from "../fence/make-visible.ts";
import type { Call } from "../pipeline/call.ts";
import type { Reply } from "../pipeline/reply.ts";
import { shownContent } from "./shown-content.ts";

/** What the caller sent, for a span whose person asked to see it. */
export function inputAttributes({ operation, input, runtime: { redactor } }: Call): Attributes {
  if (operation.kind === "tool") return { "gen_ai.tool.call.arguments": shownContent(input, redactor, makeVisible) };
  return operation.kind === "resource" ? { "mcp.resource.uri": shownContent(input, redactor, makeVisible) } : {};
}

/** What a tool answered, likewise. */
export function resultAttributes({ runtime }: Call, reply: Reply): Attributes {
  if (reply.kind !== "record" && reply.kind !== "content") return {};
  const result = reply.kind === "record" ? reply.record : { facts: reply.facts, parts: reply.parts };
  return { "gen_ai.tool.call.result": shownContent(result, runtime.redactor) };
}
