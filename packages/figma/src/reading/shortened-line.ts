import { estimateTokens } from "../budget/estimate-tokens.ts";
import type { LayerLine } from "./layer-line.ts";

const mark = " …cut";
const longestId = 96;

/** As much of a line as fits, and a mark that it was cut: the head, then facts and characters as far as there is room for them. */
export function shortenedLine({ head, facts, characters }: LayerLine, tokens: number, bytes: number): string {
  const room = { tokens: tokens - estimateTokens(mark) - 1, bytes: bytes - Buffer.byteLength(mark) };
  const start = fits(head, room) ? head : shortHead(head, room);
  const kept = longestFitting(facts, room, start);
  return start + kept + longestFitting(characters, room, start + kept) + mark;
}

interface Room {
  readonly tokens: number;
  readonly bytes: number;
}

function fits(text: string, { tokens, bytes }: Room): boolean {
  return Buffer.byteLength(text) <= bytes && estimateTokens(text) <= tokens;
}

/** A long name loses its end, a long id its beginning. */
function shortHead(head: string, room: Room): string {
  const space = head.lastIndexOf(" ");
  const id = head.slice(space);
  const shortId = id.length > longestId ? ` …${id.slice(-longestId)}` : id;
  const tail = fits(shortId, room) ? shortId : ` …${id.slice(-12)}`;
  const left = { tokens: room.tokens - estimateTokens(tail), bytes: room.bytes - Buffer.byteLength(tail) };
  return longestFitting(head.slice(0, space), left, "") + tail;
}

/** The longest beginning of a text that still fits behind another. */
function longestFitting(text: string, room: Room, before: string): string {
  let least = 0;
  let most = text.length;
  while (least < most) {
    const middle = Math.ceil((least + most) / 2);
    if (fits(before + text.slice(0, middle), room)) least = middle;
    else most = middle - 1;
  }
  const code = text.charCodeAt(least - 1);
  // No half of a pair is left behind.
  return text.slice(0, code >= 0xd800 && code <= 0xdbff ? least - 1 : least);
}
