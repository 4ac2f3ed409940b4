import { ConnectorError } from "@drawbridge/core";
import { assertKnownCharacters } from "../editing/assert-known-characters.ts";
import { assertWholeCharacters } from "../editing/assert-whole-characters.ts";
import type { DecodedText } from "../editing/decode-text.ts";
import { type Edit, editText } from "../editing/edit-text.ts";
import { showName } from "../paths/show-name.ts";
import type { Place } from "./places/place.ts";

/** A file's text once edits were made. With several files, an error says which is meant; see `editText`. */
export function editedText(
  { path }: Pick<Place, "path">,
  decoded: DecodedText,
  edits: readonly Edit[],
  explained: { left: number },
): string {
  const { text, encoding } = decoded;
  try {
    const added = edits.map((edit) => edit.new).join("");
    assertKnownCharacters(
      decoded,
      added,
      "Use characters that it holds, or write it anew with fs_write and its encoding.",
    );
    const isCut = encoding.guessed && encoding.unit === 1;
    const assertMay = isCut ? assertWholeCharacters : undefined;
    return editText(text, edits, { assertMay, hint: guessHint(encoding), explained });
  } catch (error) {
    if (!ConnectorError.is(error)) throw error;
    throw error.withMessage(`${showName(path)}: ${error.message}`);
  }
}

/** Characters beyond ASCII stand otherwise in a file whose encoding was guessed wrong. */
function guessHint({ guessed, label }: DecodedText["encoding"]): string {
  if (!guessed) return "";
  return (
    `\nThe file does not say its encoding and was read as ${label}, which is a guess. If old has characters beyond ASCII, give a ` +
    "stretch of ASCII alone, or read the file with fs_read and its encoding and write it anew with fs_write."
  );
}
