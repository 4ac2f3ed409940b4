import { createHash } from "node:crypto";
import { closeSync, read } from "node:fs";
import { promisify } from "node:util";
import type { HeldEntry } from "@drawbridge/core";
import { copyContent } from "./disk/copy-content.ts";
import { writeAll } from "./disk/write-all.ts";
import type { FileContent } from "./file-content.ts";

const readDescriptor = promisify(read);
const chunkBytes = 1024 * 1024;

/** A file's own content with something at its end, of any size: it is never held in memory. */
export class AddedContent implements FileContent {
  readonly length: number;
  readonly digest: string;
  readonly #entry: HeldEntry;
  readonly #added: Buffer;

  private constructor(entry: HeldEntry, added: Buffer, length: number, digest: string) {
    this.#entry = entry;
    this.#added = added;
    this.length = length;
    this.digest = digest;
  }

  /** Reads the file once, for what is written down of a change before it is made. */
  static async after(entry: HeldEntry, added: Buffer, signal: AbortSignal): Promise<AddedContent> {
    const hash = createHash("sha256");
    const chunk = Buffer.allocUnsafe(chunkBytes);
    const descriptor = entry.openFile();
    try {
      for (let offset = 0; ; ) {
        signal.throwIfAborted();
        const { bytesRead } = await readDescriptor(descriptor, chunk, 0, chunkBytes, offset);
        if (bytesRead === 0)
          return new AddedContent(entry, added, offset + added.length, hash.update(added).digest("hex"));
        hash.update(chunk.subarray(0, bytesRead));
        offset += bytesRead;
      }
    } finally {
      closeSync(descriptor);
    }
  }

  async fill(descriptor: number, signal: AbortSignal | undefined): Promise<void> {
    const from = this.#entry.openFile();
    try {
      await copyContent(from, descriptor, { signal });
    } finally {
      closeSync(from);
    }
    await writeAll(descriptor, this.#added);
  }
}
