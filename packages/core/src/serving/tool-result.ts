import type { CallToolResult } from "@modelcontextprotocol/server";
import type { Facts } from "../define/content.ts";
import type { ContentReply, RecordReply } from "../pipeline/reply.ts";

/** A reply in the protocol's words. */
export function toolResult(reply: RecordReply | ContentReply): CallToolResult {
  if (reply.kind === "record") {
    return { content: [text(JSON.stringify(reply.record))], structuredContent: reply.record };
  }
  const { facts, parts } = reply;
  const [first = { text: "" }, ...rest] = parts;
  const sections = [{ ...first, facts: { ...facts, ...first.facts } }, ...rest].map((part) => {
    return headed(part.facts ?? {}, part.text);
  });
  const partFacts = parts.filter((part) => part.facts !== undefined).map((part) => known(part.facts ?? {}));
  return {
    content: [text(sections.filter((section) => section !== "").join("\n\n"))],
    _meta: { ...known(facts), ...(partFacts.length === 0 ? {} : { parts: partFacts }) },
  };
}

function text(content: string): { type: "text"; text: string } {
  return { type: "text", text: content };
}

function headed(facts: Facts, body: string): string {
  const entries = Object.entries(known(facts));
  if (entries.length === 0) return body;
  const header = `[${entries.map(([name, value]) => `${name}: ${oneLine(`${value}`)}`).join(" | ")}]`;
  return body === "" ? header : `${header}\n\n${body}`;
}

/** A fact with line ends in it, such as a file's name, could pass for the end of the header and the text behind it. */
function oneLine(value: string): string {
  return value.replace(/[\t\n\r]/g, (end) => `⟦U+${end.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}⟧`);
}

function known(facts: Facts): Record<string, string | number | boolean> {
  const given: Record<string, string | number | boolean> = {};
  for (const [name, value] of Object.entries(facts)) if (value !== undefined) given[name] = value;
  return given;
}
