import type { ParseRequest } from "../documents/parse-request.ts";
import { decoderOf } from "../reading/decoder-of.ts";

/** The text of a document that is one, without its byte order mark. */
export function textOf({ bytes, encoding }: ParseRequest): string {
  if (encoding === undefined) throw new Error("A text came without its encoding");
  return decoderOf(encoding)(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).subarray(encoding.markLength));
}
