import type { DecodedText } from "../../editing/decode-text.ts";
import { decoderOf } from "../../reading/decoder-of.ts";
import { detectEncoding } from "../../reading/detect-encoding.ts";
import { OpenedFile } from "../../reading/opened-file.ts";
import type { Standing } from "./place.ts";

/** Enough of a large file to tell how it is written. */
const headBytes = 1024 * 1024;

/** How the text begins of a file that is too large to be held in memory. Throws `refused` for what is no text. */
export async function readHead(
  { entry, root, names, path }: Standing,
  requested: string | undefined,
): Promise<Pick<DecodedText, "text" | "encoding">> {
  using file = new OpenedFile({ descriptor: entry.openFile(), stats: entry.stats, root, names, path });
  const head = await file.read(0, headBytes);
  const encoding = detectEncoding(head, false, requested);
  return { text: decoderOf(encoding)(head.subarray(encoding.markLength)), encoding };
}
