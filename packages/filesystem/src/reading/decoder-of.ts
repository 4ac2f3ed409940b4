import { isAscii } from "node:buffer";
import type { Encoding } from "./encoding.ts";

/** What windows-1252 has in the place of the controls from U+0080 on; five of them stay what they are. */
const windows1252 = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ";

/** Turns an encoding's bytes into text; what is none becomes U+FFFD. Byte order marks are kept. */
export function decoderOf({ label }: Encoding): (bytes: Buffer) => string {
  // Buffer's own decoding of UTF-8 is the faster one, and does the same; that of ASCII is faster still.
  if (label === "utf-8") return (bytes) => bytes.toString(isAscii(bytes) ? "ascii" : "utf8");
  if (label === "windows-1252") return decodeWindows1252;
  const decoder = new TextDecoder(label, { ignoreBOM: true });
  return (bytes) => decoder.decode(bytes);
}

/** Node 20 decodes it as latin1: https://github.com/nodejs/node/issues/56542. By the byte, since a text may be full of what differs. */
function decodeWindows1252(bytes: Buffer): string {
  if (!bytes.some((byte) => byte >= 0x80 && byte <= 0x9f)) return bytes.toString("latin1");
  const units = Buffer.allocUnsafe(bytes.length * 2);
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    const unit = byte >= 0x80 && byte <= 0x9f ? windows1252.charCodeAt(byte - 0x80) : byte;
    units[at * 2] = unit & 0xff;
    units[at * 2 + 1] = unit >> 8;
  }
  return units.toString("utf16le");
}
