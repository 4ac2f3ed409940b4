import type { CallToolResult } from "@modelcontextprotocol/server";
import type { ContentPart } from "../define/content.ts";
import { fenceMarks, fenceNonce } from "../fence/nonce-fence.ts";
import type { ContentReply, RecordReply } from "../pipeline/reply.ts";
import { answerHeader } from "./answer-header.ts";
import { contentBlock } from "./content-block.ts";
import { contentHeader } from "./content-header.ts";
import { longText } from "./long-text.ts";
import type { Provenance } from "./provenance.ts";
import { type TextApart, textsApart } from "./texts-apart.ts";

/** A reply in the protocol's words, its members in the order in which the SDK writes them. Texts stand between marks; records need none, since no string can end its own quotes. */
export function toolResult(reply: RecordReply | ContentReply, provenance: Provenance): CallToolResult {
  if (reply.kind === "record") {
    const { record, notes, text: written = JSON.stringify(record) } = reply;
    return { _meta: { ...notes, provenance }, content: [text(written)], structuredContent: record };
  }
  const { facts, parts, header = contentHeader(reply) } = reply;
  const partFacts = parts.flatMap((part) => (part.facts === undefined ? [] : [part.facts]));
  return {
    _meta: { ...reply.notes, ...facts, ...(partFacts.length === 0 ? {} : { parts: partFacts }), provenance },
    content: blocks(header, parts.length === 0 ? [nothing] : parts, provenance),
  };
}

const nothing: ContentPart = { text: "" };

function text(content: string): { type: "text"; text: string } {
  return { type: "text", text: content };
}

/** Texts that follow one another are one block; what is no text follows its header. */
function blocks(header: string, parts: readonly ContentPart[], provenance: Provenance): CallToolResult["content"] {
  const nonce = fenceNonce();
  const made: CallToolResult["content"] = [];
  let sections: TextApart[] = [];
  const endText = () => {
    if (sections.length > 0) made.push(joined(sections));
    sections = [];
  };
  for (const [index, part] of parts.entries()) {
    const own = index === 0 ? header : answerHeader(part.facts ?? {});
    const shown = section(own, "text" in part ? part.text : "", nonce);
    if (shown !== undefined) sections.push(shown);
    if ("text" in part) continue;
    endText();
    made.push(contentBlock(part, provenance));
  }
  endText();
  return made.length === 0 ? [text("")] : made;
}

function joined(sections: readonly TextApart[]): ReturnType<typeof text> {
  const whole = sections.map(({ before, text: body, after }) => before + body + after);
  const [only] = sections;
  if (only === undefined || sections.length > 1) return text(whole.join("\n\n"));
  const block = text(whole[0] ?? "");
  if (only.text.length >= longText) textsApart.set(block, only);
  return block;
}

/** Undefined where there is nothing to be shown. */
function section(header: string, body: string, nonce: string): TextApart | undefined {
  if (body === "") return header === "" ? undefined : { before: header, text: "", after: "" };
  const [begin, end] = fenceMarks(nonce);
  return { before: header === "" ? begin : `${header}\n\n${begin}`, text: body, after: end };
}
