import { ConnectorError, type Facts, type ToolContext } from "@drawbridge/core";
import { decoderOf } from "./decoder-of.ts";
import { findLine } from "./find-line.ts";
import { findTail } from "./find-tail.ts";
import { linkFacts } from "./link-facts.ts";
import type { OpenedFile } from "./opened-file.ts";
import { readWindow } from "./read-window.ts";
import { type TextSource, textSource } from "./text-source.ts";
import { turnOfLongText } from "./turn-of-long-text.ts";

/** A text up to here takes so little memory that it waits for none. */
const shortText = 64 * 1024;

/** What of a text is wanted. */
export interface Wanted {
  /** From 1. */
  readonly startLine?: number | undefined;
  /** Itself included. */
  readonly endLine?: number | undefined;
  readonly tail?: number | undefined;
  readonly encoding?: string | undefined;
  /** Bytes of one page, where fewer than the server's are wanted. */
  readonly most?: number | undefined;
}

/** Where a page begins, as a cursor carries it. */
export interface Place {
  readonly offset: number;
  /** From 1; undefined where nobody counted, as in the tail of a large file. */
  readonly line: number | undefined;
  readonly etag: string;
  readonly identity: string;
}

/** A stretch of a file's text, what is known of the whole, and where the text goes on, if it does. */
export interface TextRead {
  readonly facts: Facts;
  readonly text: string;
  readonly next: Place | undefined;
}

/** Reads as much of what is wanted as the page takes, from the page's place on. */
export async function readText(
  file: OpenedFile,
  wanted: Wanted,
  context: Pick<ToolContext<unknown>, "page" | "signal" | "withoutCutSecrets" | "secretReach" | "room">,
): Promise<TextRead> {
  const { page, withoutCutSecrets } = context;
  const isLong = Number(file.stats.size) > shortText;
  using turn = isLong ? await turnOfLongText() : undefined;
  if (isLong) await context.room();
  const source = await textSource(file, wanted.encoding, turn?.memory);
  const { offset, line } =
    page.place === undefined ? await begin(source, wanted, context) : goOn(source, page.place as Place);
  const lines = wanted.endLine === undefined || line === undefined ? undefined : wanted.endLine - line + 1;
  const window = await readWindow(source, offset, {
    page,
    ...(lines === undefined ? {} : { lines }),
    ...(wanted.most === undefined ? {} : { most: wanted.most }),
  });
  const reach = context.secretReach * source.encoding.unit;
  const cutLine = !window.complete && !window.text.endsWith("\n");
  const next = line === undefined ? undefined : line + window.newlines;
  return {
    facts: facts(file, source, shownLines(line, next, window.text, wanted), cutLine),
    text: withoutCutSecrets(await before(source, offset, reach), window.text, await after(source, window.end, reach)),
    next: window.complete
      ? undefined
      : { offset: window.end, line: next, etag: source.etag, identity: source.identity },
  };
}

/** @param reach in bytes, and whole units of the encoding */
async function before(source: TextSource, offset: number, reach: number): Promise<string> {
  const { markLength } = source.encoding;
  const start = Math.max(markLength, offset - reach);
  return start < offset ? decoderOf(source.encoding)(await source.read(start, offset - start)) : "";
}

async function after(source: TextSource, end: number, reach: number): Promise<string> {
  return end < source.size ? decoderOf(source.encoding)(await source.read(end, reach)) : "";
}

/** The signal is asked for only where there is something to look for: making one takes as long as a small read. */
async function begin(
  source: TextSource,
  { tail, startLine = 1 }: Wanted,
  context: Pick<ToolContext<unknown>, "signal">,
): Promise<Pick<Place, "offset" | "line">> {
  if (tail === undefined && startLine === 1) return { offset: source.encoding.markLength, line: 1 };
  const { signal } = context;
  if (tail === undefined) return { offset: await findLine(source, startLine, signal), line: startLine };
  const line = source.totalLines === undefined ? undefined : Math.max(1, source.totalLines - tail + 1);
  return { offset: await findTail(source, tail, signal), line };
}

/** A large file's etag changes with each line that is added to a log, whose earlier pages stay what they are. */
function goOn(source: TextSource, place: Place): Place {
  const hasGrown = source.etagOf === "metadata" && source.identity === place.identity && source.size >= place.offset;
  if (hasGrown || source.etag === place.etag) return place;
  throw new ConnectorError(
    "conflict",
    "The file was changed since the previous page. Leave cursor out to read it anew.",
  );
}

function shownLines(
  line: number | undefined,
  next: number | undefined,
  text: string,
  wanted: Wanted,
): string | undefined {
  if (text === "") return undefined;
  if (line === undefined || next === undefined) return `of the last ${wanted.tail}`;
  const last = text.endsWith("\n") ? next - 1 : next;
  return last === line ? `${line}` : `${line}-${last}`;
}

function facts(file: OpenedFile, source: TextSource, lines: string | undefined, cutLine: boolean): Facts {
  const { encoding, totalLines, lineEnding, etag, etagOf } = source;
  return {
    path: file.path,
    lines,
    total_lines: totalLines,
    size: source.size,
    encoding: encoding.guessed ? `${encoding.label} (guessed)` : encoding.label,
    line_ending: lineEnding,
    etag,
    etag_of: etagOf === "content" ? undefined : "identity, size and times",
    ...linkFacts(file),
    cut: cutLine ? "the last line goes on in the next page" : undefined,
  };
}
