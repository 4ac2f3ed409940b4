import { makeVisible } from "../fence/make-visible.ts";

/** Of the characters that the fence lets through, those that JSON writes in two. */
const escaped = ['"', "\\", "\n", "\r", "\t"];

/**
 * How many bytes a text has in JSON. To count what is escaped in it takes a fraction of the time of writing it down.
 *
 * @param bytes how many it has as it is
 */
export function jsonBytes(text: string, bytes: number): number {
  // Controls, and half a surrogate pair, become six.
  const isCountable = bytes === text.length && makeVisible(text) === text;
  if (!isCountable) return Buffer.byteLength(JSON.stringify(text));
  return escaped.reduce((sum, character) => sum + count(text, character), bytes + '""'.length);
}

function count(text: string, character: string): number {
  let found = 0;
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) found += 1;
  return found;
}
