import { ConnectorError } from "@drawbridge/core";
import type { DecodedText } from "./decode-text.ts";

/**
 * Refuses characters beyond ASCII that a file does not hold already, where its encoding is only guessed: written as that encoding has
 * them, they would be other characters in the one that it is in.
 *
 * @param added what is to be written
 * @param advice what would work, for the tool that writes
 */
export function assertKnownCharacters(
  { text, encoding }: Pick<DecodedText, "text" | "encoding">,
  added: string,
  advice: string,
): void {
  if (!encoding.guessed || encoding.unit !== 1) return;
  const unknown = [...new Set(added)].find((character) => character > "\u007f" && !text.includes(character));
  if (unknown === undefined) return;
  throw new ConnectorError(
    "refused",
    `The file does not say its encoding; it was read as ${encoding.label}, and ${unknown} would be written so, which may be wrong. ${advice}`,
  );
}
