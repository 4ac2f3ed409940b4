import type { Content, ContentPart, ToolContext } from "@drawbridge/core";
import { callOf } from "../client/call-of.ts";
import type { FigmaClient } from "../client/figma-client.ts";
import { assertSameVersion } from "../nodes/assert-same-version.ts";
import type { TokenFile } from "./token-file.ts";
import { type TokenFormat, tokenFiles } from "./token-files.ts";

/** What `figma_tokens` is asked. */
export interface TokensInput {
  readonly file: string;
  readonly format: TokenFormat;
  readonly modes?: readonly string[] | undefined;
}

type TokensContext = Pick<ToolContext<Pick<FigmaClient, "document">>, "client" | "page" | "withoutCutSecrets"> &
  Parameters<typeof callOf>[0];

/** Where the next page goes on. */
interface Place {
  readonly version: string;
  readonly file: number;
  readonly line: number;
  /** Characters of that line that were shown: only of one that is longer than a page. */
  readonly shown: number;
}

/** The tokens of a file as files in a format, whole lines by pages: the pages of one file put together are that file. */
export async function showTokens({ file, format, modes }: TokensInput, context: TokensContext): Promise<Content> {
  const { client, page } = context;
  const place = page.place as Place | undefined;
  const document = await client.document(file, { ...callOf(context), whole: true, variables: true });
  assertSameVersion(document, place?.version);
  const { files, tokens, modes: told, notes } = tokenFiles(document, format, modes);
  const facts = {
    design: document.name,
    format,
    tokens,
    ...(told.length === 0 ? {} : { modes: told.join("; ") }),
    ...(notes.length === 0 || place !== undefined ? {} : { notes: notes.join(" ") }),
  };
  page.take(JSON.stringify(facts));
  return { facts, parts: shownFiles(files, document.version, context) };
}

/** What core puts around a part. */
const around = 120;

function shownFiles(files: readonly TokenFile[], version: string, context: TokensContext): ContentPart[] {
  const { page } = context;
  const begun = page.place as Place | undefined;
  const parts: ContentPart[] = [];
  for (const [index, { name, text }] of files.entries()) {
    if (index < (begun?.file ?? 0)) continue;
    const from = index === begun?.file ? begun : { line: 0, shown: 0 };
    const lines = text.replace(/\n$/, "").split("\n");
    const isFirst = parts.length === 0;
    const heading = { file: name, line: from.line + 1, lines: lines.length };
    const hasRoom = page.bytesLeft > around + name.length && page.take(" ".repeat(around) + JSON.stringify(heading));
    const taken = hasRoom || isFirst ? takenLines(lines, from, isFirst, context) : { shown: [], next: from };
    if (taken.shown.length > 0) parts.push({ facts: heading, text: taken.shown.join("\n") });
    if (taken.next === undefined) continue;
    page.stopAt({ version, file: index, line: taken.next.line, shown: taken.next.shown } satisfies Place);
    break;
  }
  return parts;
}

interface LinePlace {
  readonly line: number;
  readonly shown: number;
}

function takenLines(
  lines: readonly string[],
  from: LinePlace,
  isFirst: boolean,
  context: TokensContext,
): { readonly shown: readonly string[]; readonly next?: LinePlace } {
  const { page } = context;
  const shown: string[] = [];
  for (let line = from.line; line < lines.length; line += 1) {
    const begin = line === from.line ? from.shown : 0;
    const rest = (lines[line] ?? "").slice(begin);
    if (page.take(rest)) {
      shown.push(rest);
      continue;
    }
    if (!isFirst || shown.length > 0) return { shown, next: { line, shown: begin } };
    const cut = cutLine(lines[line] ?? "", begin, context);
    return { shown: [cut.text], next: { line, shown: cut.end } };
  }
  return { shown };
}

/** As much of a line as fits, where not even one fits whole. */
function cutLine(line: string, begin: number, { page, withoutCutSecrets }: TokensContext) {
  for (let most = Math.min(line.length - begin, page.bytesLeft); most > 1; most = Math.floor(most / 2)) {
    // Not between the two halves of a character.
    const text = line.slice(begin, begin + most).replace(/[\uD800-\uDBFF]$/, "");
    const end = begin + text.length;
    const whole = withoutCutSecrets(line.slice(0, begin), text, line.slice(end));
    if (page.take(whole)) return { text: whole, end };
  }
  return { text: "", end: line.length };
}
