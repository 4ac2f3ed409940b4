import { once } from "node:events";
import { finished } from "node:stream/promises";
import { createDeflateRaw } from "node:zlib";
import { ZipPassThrough } from "fflate";

const deflated = 8;
const nothing = new Uint8Array();

/** One entry of an archive that is written, compressed by zlib in a thread of its own. */
export class DeflatedEntry extends ZipPassThrough {
  override compression = deflated;
  readonly #deflate = createDeflateRaw();

  constructor(path: string) {
    super(path);
    this.#deflate.on("data", (piece: Buffer) => this.ondata(null, new Uint8Array(piece), false));
    this.#deflate.on("end", () => this.ondata(null, nothing, true));
  }

  /**
   * Takes the content, once the entry was added to its archive.
   *
   * @param flush writes what has come out so far
   */
  async fill(content: AsyncIterable<Uint8Array>, flush: () => Promise<void>): Promise<void> {
    try {
      for await (const chunk of content) {
        this.push(chunk);
        if (this.#deflate.writableNeedDrain) await once(this.#deflate, "drain");
        await flush();
      }
      this.push(nothing, true);
      await finished(this.#deflate);
      await flush();
    } finally {
      this.#deflate.destroy();
    }
  }

  /** What `push` hands on when it has counted it. */
  protected override process(chunk: Uint8Array, final: boolean): void {
    if (final) this.#deflate.end(chunk);
    else this.#deflate.write(chunk);
  }
}
