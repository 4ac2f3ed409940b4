import type { DocumentKind } from "../../src/documents/document-kind.ts";
import { parse } from "../../src/parsing/parse.ts";
import { detectEncoding } from "../../src/reading/detect-encoding.ts";

/** What the parsers make of a document, without the thread: its facts, and its text. Throws what is wrong with it. */
export async function parsedText(kind: DocumentKind, content: string | Uint8Array) {
  const bytes = Buffer.from(content as string);
  const encoding = kind === "pdf" || kind === "xlsx" ? undefined : detectEncoding(bytes, true, undefined);
  const answer = await parse({ kind, bytes: new Uint8Array(bytes), encoding, from: 0, most: 1_000_000 });
  if ("problem" in answer) throw new Error(`${answer.problem.code}: ${answer.problem.message}`);
  return { facts: answer.facts, text: answer.sections.map(({ text }) => text).join("") };
}
