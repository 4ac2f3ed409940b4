import { Readable } from "node:stream";
import { RandomAccessReader } from "yauzl";
import { chunksOf } from "../reading/chunks-of.ts";
import type { OpenedFile } from "../reading/opened-file.ts";

/** Lets yauzl read an archive through a file that was verified and is held open, and never by a path. */
export class OpenedFileReader extends RandomAccessReader {
  readonly #file: OpenedFile;

  constructor(file: OpenedFile) {
    super();
    this.#file = file;
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(chunksOf(this.#file, { start, end }), { objectMode: false });
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null) => void,
  ): void {
    // Positions come from the archive, and may be larger than any file.
    if (position + length > this.#file.stats.size) {
      callback(new Error("it ends before what it says that is in it"));
      return;
    }
    this.#file.read(position, length).then((bytes) => {
      bytes.copy(buffer, offset);
      callback(bytes.length < length ? new Error("it became shorter while it was read") : null);
    }, callback);
  }
}
