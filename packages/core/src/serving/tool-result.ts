import type { CallToolResult } from "@modelcontextprotocol/server";
import type { Facts } from "../define/content.ts";
import { fenced, fenceNonce } from "../fence/nonce-fence.ts";
import type { ContentReply, RecordReply } from "../pipeline/reply.ts";
import type { Provenance } from "./provenance.ts";

/** A reply in the protocol's words. Texts stand between marks; records need none, since no string can end its own quotes. */
export function toolResult(reply: RecordReply | ContentReply, provenance: Provenance): CallToolResult {
  if (reply.kind === "record") {
    return { content: [text(JSON.stringify(reply.record))], structuredContent: reply.record, _meta: { provenance } };
  }
  const { facts, parts } = reply;
  const nonce = fenceNonce();
  const [first = { text: "" }, ...rest] = parts;
  const sections = [{ ...first, facts: { ...facts, ...first.facts } }, ...rest].map((part) => {
    return headed(part.facts ?? {}, part.text === "" ? "" : fenced(part.text, nonce));
  });
  const partFacts = parts.filter((part) => part.facts !== undefined).map((part) => known(part.facts ?? {}));
  return {
    content: [text(sections.filter((section) => section !== "").join("\n\n"))],
    _meta: { ...known(facts), ...(partFacts.length === 0 ? {} : { parts: partFacts }), provenance },
  };
}

function text(content: string): { type: "text"; text: string } {
  return { type: "text", text: content };
}

function headed(facts: Facts, body: string): string {
  const entries = Object.entries(known(facts));
  if (entries.length === 0) return body;
  const header = `[${entries.map(([name, value]) => `${name}: ${inHeader(`${value}`)}`).join(" | ")}]`;
  return body === "" ? header : `${header}\n\n${body}`;
}

/** A fact such as a file's name could pass for other facts, for the end of the header, or with a line end for what follows. */
function inHeader(value: string): string {
  return /[|\]"]/.test(value) ? JSON.stringify(oneLine(value)) : oneLine(value);
}

function oneLine(value: string): string {
  return value.replace(/[\t\n\r]/g, (end) => `⟦U+${end.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}⟧`);
}

function known(facts: Facts): Record<string, string | number | boolean> {
  const given: Record<string, string | number | boolean> = {};
  for (const [name, value] of Object.entries(facts)) if (value !== undefined) given[name] = value;
  return given;
}
