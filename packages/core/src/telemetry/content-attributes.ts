import type { Attributes } from "@opentelemetry/api";
import type { ContentPart } from "../define/content.ts";
import { makeVisible } from "../fence/make-visible.ts";
import type { Call } from "../pipeline/call.ts";
import { partBytes } from "../pipeline/part-bytes.ts";
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
  const result = reply.kind === "record" ? reply.record : { facts: reply.facts, parts: reply.parts.map(shownPart) };
  return { "gen_ai.tool.call.result": shownContent(result, runtime.redactor) };
}

/** Of what is no text a trace tells the size. */
function shownPart(part: ContentPart): object {
  const bytes = partBytes(part)?.length;
  return bytes === undefined ? part : { facts: part.facts, bytes };
}
