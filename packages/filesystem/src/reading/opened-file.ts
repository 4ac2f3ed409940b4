import { type BigIntStats, closeSync, read, readSync } from "node:fs";
import { promisify } from "node:util";
import type { Root } from "../roots/root.ts";

const readDescriptor = promisify(read);

/** A read this short ends before a thread could be handed it. */
const quick = 64 * 1024;

interface OpenedFileFacts {
  readonly descriptor: number;
  readonly stats: BigIntStats;
  readonly root: Root;
  /** The way from the root, without links. */
  readonly names: readonly string[];
  /** Absolute, as it is shown. */
  readonly path: string;
}

/** A regular file, open for reading, that the person lets be read. */
export class OpenedFile implements Disposable {
  readonly stats: BigIntStats;
  readonly root: Root;
  readonly names: readonly string[];
  readonly path: string;
  readonly #descriptor: number;

  constructor({ descriptor, stats, root, names, path }: OpenedFileFacts) {
    this.#descriptor = descriptor;
    this.stats = stats;
    this.root = root;
    this.names = names;
    this.path = path;
  }

  /** Bytes from an offset on; fewer than asked for mean the end of the file. */
  async read(offset: number, length: number): Promise<Buffer> {
    const bytes = Buffer.allocUnsafe(length);
    if (length <= quick) return bytes.subarray(0, readSync(this.#descriptor, bytes, 0, length, offset));
    let filled = 0;
    while (filled < length) {
      const { bytesRead } = await readDescriptor(this.#descriptor, bytes, filled, length - filled, offset + filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return bytes.subarray(0, filled);
  }

  [Symbol.dispose](): void {
    closeSync(this.#descriptor);
  }
}
