import { ConnectorError } from "@drawbridge/core";
import { decoderOf } from "../reading/decoder-of.ts";
import { detectEncoding } from "../reading/detect-encoding.ts";
import type { Encoding } from "../reading/encoding.ts";
import { encodeText } from "./encode-text.ts";

/** A file's text without its byte order mark, and what it takes to turn it back into the same bytes. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: Encoding;
  /** The byte order mark, if there is one. */
  readonly mark: Buffer;
}

/**
 * A whole file's bytes as text. Throws `refused` for what is no text, and where the text, written back, would not be the
 * same bytes: an edit elsewhere in the file would change them unseen.
 */
export function decodeText(bytes: Buffer, requested?: string): DecodedText {
  const encoding = detectEncoding(bytes, true, requested);
  const mark = bytes.subarray(0, encoding.markLength);
  const body = bytes.subarray(encoding.markLength);
  const text = decoderOf(encoding)(body);
  // Strict UTF-8 was looked at byte by byte to detect it.
  const isFaithful =
    (encoding.label === "utf-8" && requested === undefined) || encodeText(text, encoding.label)?.equals(body);
  if (isFaithful) return { text, encoding, mark };
  throw new ConnectorError(
    "refused",
    `The file holds bytes that are no ${encoding.label}, and could not be written back as they were. A person has to change it.`,
  );
}
