import { ConnectorError } from "@drawbridge/core";

/** A file's text, and how its bytes were read. */
interface Decoded {
  readonly text: string;
  /** Told where it is not UTF-8. */
  readonly encoding?: string;
}

/**
 * A mark at the beginning of what is UTF-8 stays in the text, so that written back it is the same file.
 *
 * @throws ConnectorError `invalid_input` for what is no text
 */
export function decodeText(bytes: Buffer, path: string): Decoded {
  const mark = bytes.subarray(0, 2).toString("hex");
  if (mark === "fffe") return { text: new TextDecoder("utf-16le").decode(bytes), encoding: "utf-16le" };
  if (mark === "feff") return { text: new TextDecoder("utf-16be").decode(bytes), encoding: "utf-16be" };
  // As git decides what is text: a NUL among the first 8000 bytes.
  if (bytes.subarray(0, 8000).includes(0)) {
    throw new ConnectorError(
      "invalid_input",
      `${path} is binary, ${bytes.length} bytes, and only text is read here. Clone the repository for it.`,
    );
  }
  try {
    return { text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return { text: bytes.toString("latin1"), encoding: "iso-8859-1, guessed" };
  }
}
