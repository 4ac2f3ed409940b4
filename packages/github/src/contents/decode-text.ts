import { ConnectorError } from "@drawbridge/core";

/** A file's text, and how its bytes were read. */
interface Decoded {
  readonly text: string;
  /** Told where it is not UTF-8. */
  readonly encoding?: string;
}

/** @throws ConnectorError `invalid_input` for what is no text */
export function decodeText(bytes: Buffer, path: string): Decoded {
  const mark = bytes.subarray(0, 2).toString("hex");
  if (mark === "fffe") return { text: new TextDecoder("utf-16le").decode(bytes), encoding: "utf-16le" };
  if (mark === "feff") return { text: new TextDecoder("utf-16be").decode(bytes), encoding: "utf-16be" };
  // As git decides what is text: a NUL among the first 8000 bytes.
  if (bytes.subarray(0, 8000).includes(0)) {
    throw new ConnectorError("invalid_input", `${path} is no text: ${bytes.length} bytes that hold NULs.`);
  }
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    return { text: bytes.toString("latin1"), encoding: "iso-8859-1, guessed" };
  }
}
