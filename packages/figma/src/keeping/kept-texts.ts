import { promisify } from "node:util";
import { createGunzip, gzip } from "node:zlib";
import type { SealedFolder } from "@drawbridge/core";

const pack = promisify(gzip);

/** Texts of the API's answers, on disk for all processes that have the same token. */
export class KeptTexts {
  readonly #folder: SealedFolder;
  readonly #mostBytes: number;
  readonly #writing = new Set<Promise<void>>();

  /** @param mostBytes of one text */
  constructor(folder: SealedFolder, mostBytes: number) {
    this.#folder = folder;
    this.#mostBytes = mostBytes;
  }

  /** The text's bytes, which fail to come where they are not what was kept. */
  async get(key: string): Promise<AsyncIterable<Uint8Array> | undefined> {
    const packed = await this.#folder.get(key);
    return packed === undefined ? undefined : unpacked(packed, this.#mostBytes);
  }

  /** Is written while the call goes on. */
  set(key: string, text: string): void {
    this.keep(key, pack(text, { level: 1 }));
  }

  /** @param packed by gzip */
  keep(key: string, packed: Promise<Uint8Array>): void {
    const writing = packed
      .then((bytes) => this.#folder.set(key, bytes))
      .catch(() => {})
      .finally(() => this.#writing.delete(writing));
    this.#writing.add(writing);
  }

  /** Waits for what is still written. */
  async close(): Promise<void> {
    await Promise.all(this.#writing);
  }
}

async function* unpacked(packed: Uint8Array, mostBytes: number): AsyncIterable<Uint8Array> {
  const gunzip = createGunzip();
  gunzip.end(packed);
  let left = mostBytes;
  for await (const bytes of gunzip as AsyncIterable<Uint8Array>) {
    left -= bytes.length;
    if (left < 0) throw new RangeError("The kept text is larger than any that was kept");
    yield bytes;
  }
}
