import { ConnectorError } from "@drawbridge/core";
import iconv from "iconv-lite";
import { trailBytes } from "./trail-bytes.ts";

/**
 * Refuses to replace what may be half of a character: a file whose encoding is guessed has each byte taken for a character, and could
 * be Japanese or Chinese all the same.
 *
 * @param text in windows-1252, in which an index is that of a byte
 */
export function assertWholeCharacters(text: string, found: readonly number[], length: number): void {
  for (const { encoding, at } of trailBytes(iconv.encode(text, "windows-1252"))) {
    if (!found.some((position) => at.has(position) || at.has(position + length))) continue;
    throw new ConnectorError(
      "refused",
      `The file does not say its encoding, and may be ${encoding}, in which the text to be replaced would begin or end within a character. ` +
        "Give more of what stands around it, or have a person save the file as UTF-8.",
    );
  }
}
