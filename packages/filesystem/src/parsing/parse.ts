import type { ParseRequest } from "../documents/parse-request.ts";
import type { ParseAnswer, Parsed, Section } from "../documents/parsed.ts";
import { DocumentError } from "./document-error.ts";
import type { Parser } from "./parsing.ts";

const code = async () => (await import("./code/outline-code.ts")).outlineCode;

/** Each is loaded, with its library, when it is needed. */
const parsers: Record<ParseRequest["kind"], () => Promise<Parser>> = {
  media: async () => (await import("./sniff-media.ts")).sniffMedia,
  markdown: async () => (await import("./outline-markdown.ts")).outlineMarkdown,
  json: async () => (await import("./values/outline-json.ts")).outlineJson,
  "json lines": async () => (await import("./values/outline-json-lines.ts")).outlineJsonLines,
  toml: async () => (await import("./values/outline-toml.ts")).outlineToml,
  yaml: async () => (await import("./values/outline-yaml.ts")).outlineYaml,
  csv: async () => (await import("./outline-csv.ts")).outlineCsv,
  pdf: async () => (await import("./read-pdf.ts")).readPdf,
  xlsx: async () => (await import("./read-xlsx.ts")).readXlsx,
  typescript: code,
  tsx: code,
  javascript: code,
  python: code,
  go: code,
  rust: code,
  java: code,
};

/** Parses a document as far as it is wanted. */
export async function parse(request: ParseRequest): Promise<ParseAnswer> {
  const parser = await parsers[request.kind]();
  // What came in a message shares its memory with the rest of it, for which not every library is prepared.
  const bytes = new Uint8Array(request.bytes);
  try {
    return await sectionsOf(parser, { ...request, bytes });
  } catch (error) {
    return { problem: problemOf(error, request.kind) };
  }
}

async function sectionsOf(parser: Parser, request: ParseRequest): Promise<Parsed> {
  const { facts, sections } = await parser(request);
  const given: Section[] = [];
  let left = request.most;
  for await (const { at, text } of sections) {
    if (left <= 0) return { facts, sections: given, complete: false };
    given.push({ at, text: text.slice(0, left) });
    if (text.length > left) return { facts, sections: given, complete: false };
    left -= text.length;
  }
  return { facts, sections: given, complete: true };
}

/** What a library throws for a broken document is told in its words: they say where it is broken. */
function problemOf(error: unknown, kind: string): { code: DocumentError["code"]; message: string } {
  if (error instanceof DocumentError) return { code: error.code, message: error.message };
  const { message } = error as Error;
  const reason = /call stack/.test(message) ? "it is nested too deep" : message;
  return { code: "invalid_input", message: `The file cannot be parsed as ${kind}: ${reason}` };
}
