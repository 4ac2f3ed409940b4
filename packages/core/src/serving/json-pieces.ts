import { isPlain } from "../fence/is-plain.ts";
import { longText } from "./long-text.ts";
import { textsApart } from "./texts-apart.ts";

/** To replace one character takes as long as JSON takes for so many. */
const sparse = 36;

/** Stands for a text while what is around it is written down. */
const hole = "\0text\0";
const writtenHole = JSON.stringify(hole).slice(1, -1);

/** What JSON writes in another way, of the characters that a plain text may have. */
const escapes = [
  ["\\", "\\\\"],
  ['"', '\\"'],
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["\t", "\\t"],
] as const;

/**
 * A message as JSON, in pieces that are to follow one another: to look for what is escaped in a long plain text takes a third of
 * the time that JSON takes to write it down, and not to put the pieces together saves a copy.
 */
export function jsonPieces(message: object): ReadonlyArray<string | Buffer> {
  const { result } = message as { readonly result?: { readonly content?: unknown } };
  const content = result?.content;
  const [first] = Array.isArray(content) ? content : [];
  const block: unknown = first?.text;
  if (typeof block !== "string" || block.length < longText) return [JSON.stringify(message)];
  const { before, text, after } = textsApart.get(first) ?? { before: "", text: block, after: "" };
  if (!isPlain(text) || !isSparse(text)) return [JSON.stringify(message)];
  const around = {
    ...message,
    result: { ...result, content: [{ ...first, text: before + hole + after }, ...(content as unknown[]).slice(1)] },
  };
  const pieces = JSON.stringify(around).split(writtenHole);
  const [head = "", tail = ""] = pieces;
  // The same characters may stand elsewhere in the message too.
  return pieces.length === 2 ? [head, escaped(text), tail] : [JSON.stringify(message)];
}

/** Whether little is escaped in a text, as in prose; JSON itself and much code have too many quotation marks. */
function isSparse(text: string): boolean {
  let left = text.length / sparse;
  for (const [character] of escapes) {
    for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) {
      left -= 1;
      if (left < 0) return false;
    }
  }
  return true;
}

/** Into bytes, since each text that is made on the way would have to be held until the next collection. */
function escaped(text: string): Buffer {
  const bytes = Buffer.allocUnsafe(text.length + Math.floor(text.length / sparse));
  const left = escapes.map(([character, written]) => ({ character, written, at: text.indexOf(character) }));
  let [from, to] = [0, 0];
  for (let next = nearest(left); next !== undefined; next = nearest(left)) {
    to += bytes.write(text.slice(from, next.at) + next.written, to, "latin1");
    from = next.at + 1;
    next.at = text.indexOf(next.character, from);
  }
  return bytes.subarray(0, to + bytes.write(text.slice(from), to, "latin1"));
}

/** Undefined where nothing is left to be escaped. */
function nearest<Place extends { readonly at: number }>(places: readonly Place[]): Place | undefined {
  let best: Place | undefined;
  for (const place of places) if (place.at >= 0 && (best === undefined || place.at < best.at)) best = place;
  return best;
}
