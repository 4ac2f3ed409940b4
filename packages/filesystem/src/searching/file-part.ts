import type { OpenedFile } from "../reading/opened-file.ts";

/** Little, since what was read and not searched yet is waited for at the end. */
const mostRead = 256 * 1024;

/** A part of a line ends the file's part too: whoever takes it in holds it as a whole. */
const longestLine = 16 * 1024 * 1024;

const newline = 0x0a;

/** Where a part of a large file begins. */
export interface PartStart {
  /** In bytes. */
  readonly offset: number;
  /** Line ends before it. */
  readonly lines: number;
}

interface FilePartOptions {
  readonly start: PartStart;
  /** It ends at the first line end from this time on, as `performance.now()` tells it. */
  readonly until: number;
  /** Lines at its end that the next part begins with again. */
  readonly overlap: number;
}

/** Some bytes of a large file, as a rule whole lines, read as they are asked for. */
export class FilePart implements AsyncIterable<Buffer> {
  /** Where the next part begins, once this one was read; undefined where the file ends with this one. */
  next: PartStart | undefined;
  readonly #file: OpenedFile;
  readonly #options: FilePartOptions;

  constructor(file: OpenedFile, options: FilePartOptions) {
    this.#file = file;
    this.#options = options;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Buffer> {
    const { start, until, overlap } = this.#options;
    const size = Number(this.#file.stats.size);
    let { offset, lines } = start;
    for (let sinceLineEnd = 0; offset < size && sinceLineEnd < longestLine; ) {
      const read = await this.#file.read(offset, Math.min(mostRead, size - offset));
      // It became shorter meanwhile.
      if (read.length === 0) return;
      const lineEnd = read.lastIndexOf(newline) + 1;
      const isLast = lineEnd > 0 && performance.now() > until;
      const chunk = isLast ? read.subarray(0, lineEnd) : read;
      sinceLineEnd = lineEnd > 0 ? read.length - lineEnd : sinceLineEnd + read.length;
      offset += chunk.length;
      lines += newlinesIn(chunk);
      this.next = offset < size ? stepBack({ offset, lines }, chunk, overlap) : undefined;
      yield chunk;
      if (isLast) return;
    }
  }
}

/** In a loop, since a search for each takes long where lines are short. */
function newlinesIn(bytes: Buffer): number {
  let count = 0;
  for (let index = 0; index < bytes.length; index += 1) if (bytes[index] === newline) count += 1;
  return count;
}

/** Some lines back from the end of a chunk, as far as it holds them. */
function stepBack({ offset, lines }: PartStart, chunk: Buffer, most: number): PartStart {
  let begin = chunk.length;
  for (let back = 0; back < most; back += 1) {
    const before = begin < 2 ? 0 : chunk.lastIndexOf(newline, begin - 2) + 1;
    if (before === 0) return { offset: offset - chunk.length + begin, lines: lines - back };
    begin = before;
  }
  return { offset: offset - chunk.length + begin, lines: lines - most };
}
