import type { Page } from "@drawbridge/core";
import { decoderOf } from "./decoder-of.ts";
import type { Encoding } from "./encoding.ts";
import { afterNewline } from "./newlines.ts";
import { SameText } from "./same-text.ts";
import type { TextSource } from "./text-source.ts";

/** A stretch of a text that fits the page. */
export interface Window {
  readonly text: string;
  /** Where the text goes on. */
  readonly end: number;
  /** Newlines in it. */
  readonly newlines: number;
  /** It ends where it was to end: at the last line wanted, or the end of the file. */
  readonly complete: boolean;
}

const texts = new SameText();

/** A character takes no more bytes than this; a window smaller than it would not advance. */
const longestCharacter = 4;

/**
 * Reads from an offset as much as the page takes, in whole lines where one fits at all.
 *
 * @param lines how many are wanted; all that follow without it
 * @param most bytes; the page's room without it
 */
export async function readWindow(
  source: TextSource,
  offset: number,
  {
    page,
    lines = Number.POSITIVE_INFINITY,
    most = Number.POSITIVE_INFINITY,
  }: { page: Page; lines?: number; most?: number },
): Promise<Window> {
  const { encoding } = source;
  const decode = decoderOf(encoding);
  let room = Math.max(longestCharacter, Math.min(page.bytesLeft, most));
  for (;;) {
    const bytes = await source.read(offset, room);
    const wanted = stretch(bytes, encoding, lines);
    const reachesEnd = offset + wanted.length >= source.size || bytes.length < room;
    const complete = wanted.newlines >= lines || reachesEnd;
    const kept = complete ? wanted : wholeLines(bytes, encoding, wanted.newlines);
    const text = texts.of(bytes.subarray(0, kept.length), encoding.label, decode);
    if (page.take(text) || room <= longestCharacter)
      return { text, end: offset + kept.length, newlines: kept.newlines, complete };
    room = Math.max(longestCharacter, Math.floor(room * 0.7));
  }
}

interface Stretch {
  /** In bytes. */
  readonly length: number;
  readonly newlines: number;
}

function stretch(bytes: Buffer, encoding: Encoding, lines: number): Stretch {
  let start = 0;
  let newlines = 0;
  while (newlines < lines) {
    const next = afterNewline(bytes, start, encoding);
    if (next < 0) return { length: bytes.length, newlines };
    start = next;
    newlines += 1;
  }
  return { length: start, newlines };
}

function wholeLines(bytes: Buffer, encoding: Encoding, newlines: number): Stretch {
  if (newlines === 0) return { length: wholeCharacters(bytes, encoding), newlines: 0 };
  return stretch(bytes, encoding, newlines);
}

/** The length without a character that is cut at the end. */
function wholeCharacters(bytes: Buffer, { label, unit }: Encoding): number {
  if (unit === 2) return wholeUtf16(bytes, label === "utf-16le" ? 1 : 2);
  return label === "utf-8" ? wholeUtf8(bytes) : wholeOther(bytes, label);
}

/** What a byte of these encodings is, only reading from the start tells: a cut is one that leaves the decoder nothing. */
function wholeOther(bytes: Buffer, label: string): number {
  for (let cut = 0; cut < longestCharacter && cut < bytes.length; cut += 1) {
    const decoder = new TextDecoder(label);
    decoder.decode(bytes.subarray(0, bytes.length - cut), { stream: true });
    if (decoder.decode() === "") return bytes.length - cut;
  }
  return bytes.length;
}

/** @param highByte how far before the end of a unit its high byte stands */
function wholeUtf16(bytes: Buffer, highByte: 1 | 2): number {
  const length = bytes.length - (bytes.length % 2);
  const high = bytes[length - highByte] ?? 0;
  const endsInFirstHalf = high >= 0xd8 && high <= 0xdb;
  return endsInFirstHalf && length > 2 ? length - 2 : length;
}

function wholeUtf8(bytes: Buffer): number {
  const { length } = bytes;
  let start = length - 1;
  while (start > 0 && length - start < longestCharacter && isContinuation(bytes[start])) start -= 1;
  const lead = bytes[start] ?? 0;
  const expected = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 1;
  return start > 0 && start + expected > length ? start : length;
}

function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x80 && byte < 0xc0;
}
