import { isAscii } from "node:buffer";
import type { Encoding } from "./encoding.ts";

/** What windows-1252 has in the place of the controls from U+0080 on; five of them stay what they are. */
const windows1252 = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ";

/** Turns an encoding's bytes into text; what is none becomes U+FFFD. Byte order marks are kept. */
export function decoderOf({ label }: Encoding): (bytes: Buffer) => string {
  // Buffer's own decoding of UTF-8 is the faster one, and does the same; that of ASCII is faster still.
  if (label === "utf-8") return (bytes) => bytes.toString(isAscii(bytes) ? "ascii" : "utf8");
  const decoder = new TextDecoder(label, { ignoreBOM: true });
  if (label !== "windows-1252") return (bytes) => decoder.decode(bytes);
  // Node 20 decodes it as latin1: https://github.com/nodejs/node/issues/56542
  return (bytes) =>
    decoder.decode(bytes).replace(/[\x80-\x9f]/g, (control) => windows1252[control.charCodeAt(0) - 0x80] ?? control);
}
