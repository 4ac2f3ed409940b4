import { createReadStream } from "node:fs";
import { longestLine } from "./longest-line.ts";

/** One line as it stands in the file, without its line end. */
interface RawLine {
  readonly bytes: Buffer;
  /** Only what comes last can have none; nothing follows a line that is longer than any may be. */
  readonly hasEnd: boolean;
}

/**
 * The lines of a file, byte by byte as they are. Only LF ends one: what else a text reader takes for a line end would
 * let a changed file pass for the one that was written.
 */
export async function* readLines(file: string): AsyncGenerator<RawLine> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    let start = 0;
    for (let end = bytes.indexOf(0x0a); end !== -1; end = bytes.indexOf(0x0a, start)) {
      yield { bytes: bytes.subarray(start, end), hasEnd: true };
      start = end + 1;
    }
    rest = bytes.subarray(start);
    if (rest.length > longestLine) break;
  }
  if (rest.length > 0) yield { bytes: rest, hasEnd: false };
}
