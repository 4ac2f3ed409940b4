import { isPlain } from "../fence/is-plain.ts";

/** A shorter text is written down at once as fast. */
const longText = 64 * 1024;

/** To replace one character takes as long as JSON takes for so many. */
const sparse = 36;

/** Stands for a text while what is around it is written down. */
const hole = "\0text\0";

/** What JSON writes in another way, of the characters that a plain text may have; the backslash first, which the others bring. */
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
export function jsonPieces(message: object): readonly string[] {
  const { result } = message as { readonly result?: { readonly content?: unknown } };
  const content = result?.content;
  const [first] = Array.isArray(content) ? content : [];
  const text: unknown = first?.text;
  if (typeof text !== "string" || text.length < longText || !isPlain(text) || !isSparse(text))
    return [JSON.stringify(message)];
  const around = {
    ...message,
    result: { ...result, content: [{ ...first, text: hole }, ...(content as unknown[]).slice(1)] },
  };
  const pieces = JSON.stringify(around).split(JSON.stringify(hole));
  const [head, tail] = pieces;
  // The same characters stand elsewhere in the message too.
  if (pieces.length !== 2) return [JSON.stringify(message)];
  return [`${head}"`, escaped(text), `"${tail}`];
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

function escaped(text: string): string {
  let shown = text;
  for (const [character, written] of escapes) {
    if (shown.includes(character)) shown = shown.replaceAll(character, written);
  }
  return shown;
}
