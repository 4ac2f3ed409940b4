import type { IncomingMessage } from "node:http";
import { pipeline, type Readable, Transform } from "node:stream";
import { StringDecoder } from "node:string_decoder";
import { ConnectorError } from "../errors/connector-error.ts";
import { networkError } from "./network-error.ts";
import type { TimeBound } from "./time-bound.ts";

export interface BodyBounds {
  readonly maxBytes: number;
  readonly shown: string;
  /** Released when the body has ended, however it ends. */
  readonly time: TimeBound;
}

/**
 * An answer's body, decompressed, to be read once. Bytes are counted as they arrive and again after decompression: the one stops endless
 * bodies, the other small ones that unpack into endless ones.
 */
export class BoundedBody implements AsyncIterable<Uint8Array> {
  readonly #stream: Readable;
  readonly #bounds: BodyBounds;
  #left: number;
  #isTaken = false;

  /** @throws ConnectorError `refused` where its length is said and is too large, `unavailable` for an encoding that was not asked for */
  constructor(message: IncomingMessage, bounds: BodyBounds) {
    const { maxBytes, shown } = bounds;
    this.#bounds = bounds;
    this.#left = maxBytes;
    if (Number(message.headers["content-length"]) > maxBytes) throw this.#tooLarge();
    const decoder = decoderOf(message, shown);
    this.#stream = message;
    if (decoder === undefined) return;
    const counted = limit(maxBytes, () => this.#tooLarge());
    // Errors reach the reader through the last stream; the callback is there because pipeline wants one.
    this.#stream = pipeline(message, counted, decoder, () => {});
    // Pipeline stops listening once all is written, where what was written may turn out to be cut, with no reader yet.
    decoder.on("error", () => {});
  }

  async whole(): Promise<Buffer> {
    const chunks: Buffer[] = [];
    await this.#each((chunk) => chunks.push(chunk));
    return chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks);
  }

  async text(): Promise<string> {
    const decoder = new StringDecoder("utf8");
    let text = "";
    await this.#each((chunk) => {
      text += decoder.write(chunk);
    });
    return text + decoder.end();
  }

  #each(take: (chunk: Buffer) => void): Promise<void> {
    return new Promise((resolve, reject) => {
      const stream = this.#take();
      let isOver = false;
      const failed = (error: unknown) => {
        if (isOver) return;
        isOver = true;
        reject(this.#failure(error));
        this.cancel();
      };
      if (stream.destroyed) return failed(stream.errored);
      stream.on("data", (chunk: Buffer) => {
        this.#left -= chunk.length;
        if (this.#left < 0) failed(this.#tooLarge());
        else take(chunk);
      });
      stream.on("error", failed);
      // A stream that ends without an end says no more than this.
      stream.on("close", () => failed(stream.errored));
      stream.on("end", () => {
        isOver = true;
        // What is unpacked may end before what it came in.
        this.cancel();
        resolve();
      });
    });
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    const stream = this.#take();
    try {
      for await (const chunk of stream) {
        this.#left -= (chunk as Buffer).length;
        if (this.#left < 0) throw this.#tooLarge();
        yield chunk as Buffer;
      }
    } catch (error) {
      throw this.#failure(error);
    } finally {
      this.cancel();
    }
  }

  cancel(): void {
    this.#stream.destroy();
    this.#bounds.time.release();
  }

  /** A second reader would have nothing, or what the first leaves. */
  #take(): Readable {
    if (this.#isTaken) throw new TypeError("The body of an answer is read once.");
    this.#isTaken = true;
    return this.#stream;
  }

  #failure(error: unknown): ConnectorError {
    const { time, shown } = this.#bounds;
    return time.reason ?? networkError(error ?? { code: "ECONNRESET" }, shown);
  }

  #tooLarge(): ConnectorError {
    const { shown, maxBytes } = this.#bounds;
    return new ConnectorError("refused", `The answer of ${shown} is over ${maxBytes} bytes. Ask for less.`);
  }
}

/** Undefined where there is nothing to decompress. */
function decoderOf(message: IncomingMessage, shown: string): Transform | undefined {
  const { createBrotliDecompress, createGunzip } = process.getBuiltinModule("node:zlib");
  const encoding = (message.headers["content-encoding"] ?? "identity").trim().toLowerCase();
  if (encoding === "identity" || encoding === "") return undefined;
  if (encoding === "gzip" || encoding === "x-gzip") return createGunzip();
  if (encoding === "br") return createBrotliDecompress();
  throw new ConnectorError("unavailable", `${shown} answered in an encoding that it was not asked for.`);
}

function limit(maxBytes: number, tooLarge: () => ConnectorError): Transform {
  let left = maxBytes;
  return new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      left -= chunk.length;
      if (left < 0) done(tooLarge());
      else done(null, chunk);
    },
  });
}
