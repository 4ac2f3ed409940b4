import { once } from "node:events";
import { finished } from "node:stream/promises";
import { createDeflateRaw, type DeflateRaw, deflateRawSync } from "node:zlib";
import { ZipPassThrough } from "fflate";

const deflated = 8;
const nothing = new Uint8Array();

/** One entry of an archive that is written, compressed by zlib: at once where it is short, else in a thread of its own. */
export class DeflatedEntry extends ZipPassThrough {
  override compression = deflated;
  #deflate: DeflateRaw | undefined;

  /**
   * Takes the content, once the entry was added to its archive.
   *
   * @param flush writes what has come out so far
   */
  async fill(content: AsyncIterable<Uint8Array>, flush: () => Promise<void>): Promise<void> {
    let last: Uint8Array = nothing;
    try {
      for await (const chunk of content) {
        if (last.length > 0) this.push(last);
        if (this.#deflate?.writableNeedDrain === true) await once(this.#deflate, "drain");
        await flush();
        last = chunk;
      }
      this.push(last, true);
      if (this.#deflate !== undefined) await finished(this.#deflate);
      await flush();
    } finally {
      this.#deflate?.destroy();
    }
  }

  /** What `push` hands on when it has counted it. */
  protected override process(chunk: Uint8Array, isLast: boolean): void {
    if (isLast && this.#deflate === undefined) {
      this.ondata(null, new Uint8Array(deflateRawSync(chunk)), true);
      return;
    }
    this.#deflate ??= this.#begin();
    if (isLast) this.#deflate.end(chunk);
    else this.#deflate.write(chunk);
  }

  #begin(): DeflateRaw {
    return createDeflateRaw()
      .on("data", (piece: Buffer) => this.ondata(null, new Uint8Array(piece), false))
      .on("end", () => this.ondata(null, nothing, true));
  }
}
