import { inflateRawSync } from "node:zlib";
import { decompress } from "fzstd";
import { ByteBuffer, compileSchema, decodeBinarySchema } from "kiwi-schema";
import { FigError } from "./fig-error.ts";
import type { Kiwi, KiwiNode } from "./kiwi.ts";
import { narrowSchema } from "./narrow-schema.ts";

const largestSchema = 4 * 1024 * 1024;
const largestMessage = 512 * 1024 * 1024;
/** The 8 letters that a drawing begins with, and its version. */
const headerBytes = 12;

/** A drawing as it is stored: all nodes of all pages in one list, and the bytes that they refer to by number. */
export interface Canvas {
  /** `fig-kiwi`, `fig-jam.`, `fig-deck`: which editor it is for. */
  readonly prelude: string;
  readonly nodes: readonly KiwiNode[];
  readonly blobs: ReadonlyArray<Kiwi<"Blob">>;
}

/**
 * Decodes `canvas.fig`: a header, then chunks that follow their length: the schema, deflated, and the message in it, deflated
 * or in zstd. Throws for what is broken or too large.
 */
export function readCanvas(canvas: Uint8Array): Canvas {
  const prelude = Buffer.from(canvas.subarray(0, 8)).toString("latin1");
  if (!prelude.startsWith("fig-")) throw new FigError("invalid_input", "It does not begin as Figma's files do.");
  const [schemaChunk, messageChunk] = chunksOf(canvas);
  if (schemaChunk === undefined || messageChunk === undefined)
    throw new FigError("invalid_input", "The file ends before its drawing.");
  const schema = narrowSchema(decodeBinarySchema(new ByteBuffer(inflate(schemaChunk, largestSchema))));
  const compiled: { decodeMessage?: (bytes: Uint8Array) => Kiwi<"Message"> } = compileSchema(schema);
  const message = compiled.decodeMessage?.(unpack(messageChunk));
  if (message === undefined) throw new FigError("invalid_input", "The file's own schema describes no drawing.");
  return { prelude: prelude.trim(), nodes: message.nodeChanges ?? [], blobs: message.blobs ?? [] };
}

function chunksOf(canvas: Uint8Array): Uint8Array[] {
  const view = new DataView(canvas.buffer, canvas.byteOffset, canvas.byteLength);
  const chunks: Uint8Array[] = [];
  let at = headerBytes;
  while (at + 4 <= canvas.byteLength && chunks.length < 2) {
    const end = at + 4 + view.getUint32(at, true);
    if (end > canvas.byteLength) throw new FigError("invalid_input", "The file ends in the middle of its drawing.");
    chunks.push(canvas.subarray(at + 4, end));
    at = end;
  }
  return chunks;
}

function unpack(chunk: Uint8Array): Uint8Array {
  const isZstd = chunk[0] === 0x28 && chunk[1] === 0xb5 && chunk[2] === 0x2f && chunk[3] === 0xfd;
  // What zstd makes of it is bounded by the memory of the process: it has no option for that.
  return isZstd ? decompress(chunk) : inflate(chunk, largestMessage);
}

function inflate(chunk: Uint8Array, most: number): Uint8Array {
  try {
    return inflateRawSync(chunk, { maxOutputLength: most });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ERR_BUFFER_TOO_LARGE") throw error;
    throw new FigError("refused", `The drawing in the file is over ${most / 1024 / 1024} MiB when it is unpacked.`);
  }
}
