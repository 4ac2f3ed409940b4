import type { IncomingMessage } from "node:http";
import { pipeline, type Readable, Transform } from "node:stream";
import { ConnectorError } from "../errors/connector-error.ts";
import { networkError } from "./network-error.ts";
import type { TimeBound } from "./time-bound.ts";

interface Bounds {
  readonly maxBytes: number;
  readonly shown: string;
  /** Released when the body has ended, however it ends. */
  readonly time: TimeBound;
}

/**
 * An answer's body, decompressed. Bytes are counted as they arrive and again after decompression: the one stops endless
 * bodies, the other small ones that unpack into endless ones. Nothing is read ahead of the reader but a few chunks.
 */
export function boundedBody(message: IncomingMessage, { maxBytes, shown, time }: Bounds): ReadableStream<Uint8Array> {
  const tooLarge = () =>
    new ConnectorError("refused", `The answer of ${shown} is over ${maxBytes} bytes. Ask for less.`);
  if (Number(message.headers["content-length"]) > maxBytes) throw tooLarge();
  const decoder = decoderOf(message, shown);
  // Errors reach the reader through the last stream; the callback is there because pipeline wants one.
  const body: Readable =
    decoder === undefined ? message : pipeline(message, limit(maxBytes, tooLarge), decoder, () => {});
  const chunks: AsyncIterator<Uint8Array> = body[Symbol.asyncIterator]();
  let left = maxBytes;
  const source = {
    async pull(controller: ReadableStreamDefaultController<Uint8Array>) {
      try {
        const { done, value } = await chunks.next();
        left -= value?.length ?? 0;
        if (left < 0) throw tooLarge();
        if (!done) return controller.enqueue(new Uint8Array(value));
        controller.close();
      } catch (error) {
        body.destroy();
        controller.error(time.signal.aborted ? time.signal.reason : networkError(error, shown));
      }
      time.release();
    },
    cancel() {
      body.destroy();
      time.release();
    },
  };
  return new ReadableStream(source, { highWaterMark: 0 });
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
