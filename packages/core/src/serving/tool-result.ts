import type { CallToolResult } from "@modelcontextprotocol/server";
import type { ContentPart, Facts } from "../define/content.ts";
import { fenced, fenceNonce } from "../fence/nonce-fence.ts";
import type { ContentReply, RecordReply } from "../pipeline/reply.ts";
import { answerHeader } from "./answer-header.ts";
import type { Provenance } from "./provenance.ts";

/** A reply in the protocol's words. Texts stand between marks; records need none, since no string can end its own quotes. */
export function toolResult(reply: RecordReply | ContentReply, provenance: Provenance): CallToolResult {
  if (reply.kind === "record") {
    return { content: [text(JSON.stringify(reply.record))], structuredContent: reply.record, _meta: { provenance } };
  }
  const [first = nothing, ...rest] = reply.parts;
  const facts = known(reply.facts);
  const nonce = fenceNonce();
  const sections = [
    section({ ...facts, ...known(first.facts) }, first.text, nonce),
    ...rest.map((part) => section(known(part.facts), part.text, nonce)),
  ];
  const partFacts = reply.parts.flatMap((part) => (part.facts === undefined ? [] : [known(part.facts)]));
  return {
    content: [text(sections.filter((shown) => shown !== "").join("\n\n"))],
    _meta: { ...facts, ...(partFacts.length === 0 ? {} : { parts: partFacts }), provenance },
  };
}

type KnownFacts = Readonly<Record<string, string | number | boolean>>;

const nothing: ContentPart = { text: "" };

function text(content: string): { type: "text"; text: string } {
  return { type: "text", text: content };
}

function section(facts: KnownFacts, body: string, nonce: string): string {
  const header = answerHeader(facts);
  const shown = body === "" ? "" : fenced(body, nonce);
  return header === "" || shown === "" ? header + shown : `${header}\n\n${shown}`;
}

function known(facts: Facts = {}): KnownFacts {
  const given: Record<string, string | number | boolean> = {};
  for (const [name, value] of Object.entries(facts)) if (value !== undefined) given[name] = value;
  return given;
}
