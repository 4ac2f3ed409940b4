import { once } from "node:events";
import { buffer } from "node:stream/consumers";
import { createGzip, type Gzip } from "node:zlib";

/** What is kept of an answer that is read while it arrives. */
export class AnswerCopy {
  /** How many there were. */
  bytes = 0;
  /** All of them, packed; undefined where that is not wanted. */
  readonly packed: Promise<Buffer> | undefined;
  readonly #gzip: Gzip | undefined;

  constructor({ isPacked }: { readonly isPacked: boolean }) {
    if (!isPacked) return;
    this.#gzip = createGzip({ level: 1 });
    this.packed = buffer(this.#gzip);
    // Where the answer broke off there is nobody to be told.
    this.packed.catch(() => {});
  }

  /** The answer, which is copied as it goes by. */
  async *passing(body: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
    try {
      for await (const bytes of body) {
        this.bytes += bytes.length;
        if (this.#gzip?.write(bytes) === false) await once(this.#gzip, "drain");
        yield bytes;
      }
      this.#gzip?.end();
    } finally {
      if (this.#gzip?.writableEnded === false) this.#gzip.destroy();
    }
  }
}
