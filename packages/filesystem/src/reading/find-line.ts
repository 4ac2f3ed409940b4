import { ConnectorError } from "@drawbridge/core";
import { afterNewline } from "./newlines.ts";
import { SearchTime } from "./search-time.ts";
import type { TextSource } from "./text-source.ts";

const chunkBytes = 1024 * 1024;

/**
 * The offset at which a line begins, found by reading from the start in bounded memory. Throws `invalid_input` when the
 * file ends before it, `refused` when that takes too long.
 *
 * @param line above 1, at which every file begins
 */
export async function findLine(source: TextSource, line: number, signal: AbortSignal): Promise<number> {
  const { encoding, size } = source;
  const time = new SearchTime(
    signal,
    `Line ${line} lies too far into this file. Read it from the start with cursors, or from the end with tail.`,
  );
  let current = 1;
  let begin = encoding.markLength;
  for (let offset = begin; offset < size; ) {
    time.check();
    const chunk = await source.read(offset, chunkBytes);
    if (chunk.length === 0) break;
    let start = 0;
    for (let next = afterNewline(chunk, 0, encoding); next >= 0; next = afterNewline(chunk, start, encoding)) {
      start = next;
      begin = offset + start;
      // The newline that ends the last line begins no further one.
      if (begin >= size) break;
      current += 1;
      if (current === line) return begin;
    }
    offset += chunk.length;
  }
  const lines = source.totalLines ?? current;
  throw new ConnectorError("invalid_input", `The file has only ${lines} lines; start_line ${line} is past its end.`);
}
