const newline = 0x0a;

interface LineSink {
  line(text: string): void;
  /** A line was longer than allowed; none of it is kept. */
  overlong(): void;
}

/** Cuts a stream of bytes into lines, holding at most one line's worth of them. */
export class LineSplitter {
  readonly #longest: number;
  readonly #sink: LineSink;
  #pieces: Buffer[] = [];
  #length = 0;
  #skipping = false;

  constructor(longest: number, sink: LineSink) {
    this.#longest = longest;
    this.#sink = sink;
  }

  push(chunk: Buffer): void {
    let start = 0;
    for (let end = chunk.indexOf(newline); end >= 0; end = chunk.indexOf(newline, start)) {
      this.#add(chunk.subarray(start, end));
      this.#finish();
      start = end + 1;
    }
    if (start < chunk.length) this.#add(chunk.subarray(start));
  }

  #add(piece: Buffer): void {
    if (this.#skipping) return;
    this.#length += piece.length;
    if (this.#length <= this.#longest) {
      this.#pieces.push(piece);
      return;
    }
    this.#skipping = true;
    this.#pieces = [];
  }

  #finish(): void {
    const [first, ...rest] = this.#pieces;
    const skipped = this.#skipping;
    this.#pieces = [];
    this.#length = 0;
    this.#skipping = false;
    if (skipped) this.#sink.overlong();
    else if (first !== undefined)
      this.#sink.line((rest.length === 0 ? first : Buffer.concat([first, ...rest])).toString());
  }
}
