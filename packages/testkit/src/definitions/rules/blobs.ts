import { quote } from "../words/quote.ts";
import { textRule } from "./text-rule.ts";

/** A hexadecimal SHA-256 is as long. */
const mostCharacters = 64;
/** On average words in paths and identifiers are shorter, and what base64 has between two separators is longer. */
const longestWord = 12;
const wrapped = /([\w+/=-]{32})\r?\n[ \t]*(?=[\w+/=-])/g;
const run = /[\w+/=-]{65,}/g;

/** What a person cannot read and a model can: base64, base64url, hexadecimal, also when broken into lines. */
export const blobs = textRule(
  "blobs",
  `Leave it out: nothing that a definition needs has more than ${mostCharacters} such characters in a row.`,
  ({ text }) => {
    const blob = text.replaceAll(wrapped, "$1").match(run)?.find(looksEncoded);
    return blob === undefined ? [] : [`holds ${blob.length} characters that look encoded, ${quote(blob)}`];
  },
);

function looksEncoded(characters: string): boolean {
  const words = characters.split(/[/_-]/).filter((word) => word !== "");
  const letters = words.reduce((sum, word) => sum + word.length, 0);
  return words.length > 0 && letters / words.length > longestWord;
}
