import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import type { SealedFolder } from "@drawbridge/core";

const pack = promisify(gzip);
const unpack = promisify(gunzip);

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

  async get(key: string): Promise<string | undefined> {
    const packed = await this.#folder.get(key);
    if (packed === undefined) return undefined;
    try {
      return (await unpack(packed, { maxOutputLength: this.#mostBytes })).toString("utf8");
    } catch {
      return undefined;
    }
  }

  /** Is written while the call goes on. */
  set(key: string, text: string): void {
    const writing = pack(text, { level: 1 })
      .then((packed) => this.#folder.set(key, packed))
      .catch(() => {})
      .finally(() => this.#writing.delete(writing));
    this.#writing.add(writing);
  }

  /** Waits for what is still written. */
  async close(): Promise<void> {
    await Promise.all(this.#writing);
  }
}
