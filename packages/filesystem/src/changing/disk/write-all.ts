import { write } from "node:fs";
import { promisify } from "node:util";

const writeDescriptor = promisify(write);

/** Writes all of the bytes, wherever the descriptor stands; a full disk takes some of them at first. */
export async function writeAll(descriptor: number, bytes: Uint8Array): Promise<void> {
  for (let written = 0; written < bytes.length; ) {
    written += (await writeDescriptor(descriptor, bytes, written, bytes.length - written)).bytesWritten;
  }
}
