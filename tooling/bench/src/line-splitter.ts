const NEWLINE = 0x0a;

/**
 * Cuts a stream of bytes into lines. The pieces of an unfinished line are kept apart and joined once, when its newline comes:
 * an answer of several megabytes arrives in hundreds of chunks, and joining at each would cost more than the server does.
 */
export class LineSplitter {
  #pieces: Buffer[] = [];

  /** The lines that this chunk completes, without their newlines. */
  push(chunk: Buffer): Buffer[] {
    const lines: Buffer[] = [];
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, start)) {
      lines.push(this.#finish(chunk.subarray(start, end)));
      start = end + 1;
    }
    if (start < chunk.length) this.#pieces.push(chunk.subarray(start));
    return lines;
  }

  #finish(last: Buffer): Buffer {
    if (this.#pieces.length === 0) return last;
    const line = Buffer.concat([...this.#pieces, last]);
    this.#pieces = [];
    return line;
  }
}
