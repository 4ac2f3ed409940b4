import { type BigIntStats, closeSync, fstatSync, read, readSync } from "node:fs";
import { promisify } from "node:util";
import { ConnectorError } from "@drawbridge/core";
import { showName } from "../paths/show-name.ts";
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
  /** For a child that is to read this very file; closed with this. */
  readonly descriptor: number;

  constructor({ descriptor, stats, root, names, path }: OpenedFileFacts) {
    this.descriptor = descriptor;
    this.stats = stats;
    this.root = root;
    this.names = names;
    this.path = path;
  }

  /**
   * Bytes from an offset on; fewer than asked for mean the end of the file. Files of /proc give less at a time than
   * they have, and some have nothing that can be read.
   *
   * @param memory what they are read into where it is large enough; else into new memory
   */
  async read(offset: number, length: number, memory?: Buffer): Promise<Buffer> {
    const isEnough = memory !== undefined && memory.length >= length;
    const bytes = isEnough ? memory.subarray(0, length) : Buffer.allocUnsafe(length);
    let filled = 0;
    try {
      while (filled < length) {
        const wanted = length - filled;
        const read =
          length <= quick
            ? readSync(this.descriptor, bytes, filled, wanted, offset + filled)
            : (await readDescriptor(this.descriptor, bytes, filled, wanted, offset + filled)).bytesRead;
        if (read === 0) break;
        filled += read;
      }
    } catch (error) {
      throw new ConnectorError("refused", `${showName(this.path)} cannot be read: the system gives nothing of it.`, {
        internal: (error as Error).message,
        cause: error,
      });
    }
    return bytes.subarray(0, filled);
  }

  /** Whether nothing was written to it since it was opened, as far as its size and times tell. */
  isAsOpened(): boolean {
    const { size, mtimeNs, ctimeNs } = fstatSync(this.descriptor, { bigint: true });
    return size === this.stats.size && mtimeNs === this.stats.mtimeNs && ctimeNs === this.stats.ctimeNs;
  }

  [Symbol.dispose](): void {
    closeSync(this.descriptor);
  }
}
