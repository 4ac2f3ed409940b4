import type { Encoding } from "./encoding.ts";
import { afterNewline } from "./newlines.ts";
import { SearchTime } from "./search-time.ts";
import type { TextSource } from "./text-source.ts";

const chunkBytes = 256 * 1024;

/** The offset at which the last lines begin, found by reading backwards in bounded memory. */
export async function findTail(source: TextSource, lines: number, signal: AbortSignal): Promise<number> {
  const { encoding, size } = source;
  const time = new SearchTime(
    signal,
    `The last ${lines} lines are too much to look through. Ask for fewer, or read it from the start with cursors.`,
  );
  let wanted = lines;
  for (let end = size; end > encoding.markLength; ) {
    time.check();
    const start = Math.max(encoding.markLength, alignedStart(end, encoding));
    const begins = lineBegins(await source.read(start, end - start), encoding)
      .map((begin) => start + begin)
      // The newline that ends the last line begins no further one.
      .filter((begin) => begin < size);
    const found = begins.at(-wanted);
    if (found !== undefined) return found;
    wanted -= begins.length;
    end = start;
  }
  return encoding.markLength;
}

function alignedStart(end: number, { unit, markLength }: Encoding): number {
  const start = end - chunkBytes;
  return start - ((start - markLength) % unit);
}

function lineBegins(chunk: Buffer, encoding: Encoding): number[] {
  const begins: number[] = [];
  for (let next = afterNewline(chunk, 0, encoding); next >= 0; next = afterNewline(chunk, next, encoding))
    begins.push(next);
  return begins;
}
