import type { CallToolResult } from "@modelcontextprotocol/server";
import type { ContentPart, Facts } from "../define/content.ts";
import { fenced, fenceNonce } from "../fence/nonce-fence.ts";
import { recordText } from "../pipeline/record-text.ts";
import type { ContentReply, RecordReply } from "../pipeline/reply.ts";
import { answerHeader } from "./answer-header.ts";
import { contentBlock } from "./content-block.ts";
import type { Provenance } from "./provenance.ts";

/** A reply in the protocol's words. Texts stand between marks; records need none, since no string can end its own quotes. */
export function toolResult(reply: RecordReply | ContentReply, provenance: Provenance): CallToolResult {
  if (reply.kind === "record") {
    return {
      content: [text(recordText(reply.record))],
      structuredContent: reply.record,
      _meta: { ...reply.notes, provenance },
    };
  }
  const facts = known(reply.facts);
  const partFacts = reply.parts.flatMap((part) => (part.facts === undefined ? [] : [known(part.facts)]));
  return {
    content: blocks(facts, reply.parts.length === 0 ? [nothing] : reply.parts, provenance),
    _meta: { ...reply.notes, ...facts, ...(partFacts.length === 0 ? {} : { parts: partFacts }), provenance },
  };
}

type KnownFacts = Readonly<Record<string, string | number | boolean>>;

const nothing: ContentPart = { text: "" };

function text(content: string): { type: "text"; text: string } {
  return { type: "text", text: content };
}

/** Texts that follow one another are one block; what is no text follows its header. */
function blocks(facts: KnownFacts, parts: readonly ContentPart[], provenance: Provenance): CallToolResult["content"] {
  const nonce = fenceNonce();
  const made: CallToolResult["content"] = [];
  let sections: string[] = [];
  const endText = () => {
    if (sections.length > 0) made.push(text(sections.join("\n\n")));
    sections = [];
  };
  for (const [index, part] of parts.entries()) {
    const own = known(part.facts);
    const shown = section(index === 0 ? { ...facts, ...own } : own, "text" in part ? part.text : "", nonce);
    if (shown !== "") sections.push(shown);
    if ("text" in part) continue;
    endText();
    made.push(contentBlock(part, provenance));
  }
  endText();
  return made.length === 0 ? [text("")] : made;
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
