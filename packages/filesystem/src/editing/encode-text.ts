import iconv from "iconv-lite";
import { decoderOf } from "../reading/decoder-of.ts";

/** A text's bytes in an encoding (a label of the WHATWG Encoding Standard); undefined where that cannot express it. */
export function encodeText(text: string, label: string): Buffer | undefined {
  if (/\p{Cs}/u.test(text)) return undefined;
  if (label === "utf-8") return Buffer.from(text);
  if (!iconv.encodingExists(label)) return undefined;
  const bytes = iconv.encode(text, label, { addBOM: false });
  // What an encoding lacks becomes a question mark.
  return decoderOf({ label, unit: 1, markLength: 0, guessed: false })(bytes) === text ? bytes : undefined;
}
