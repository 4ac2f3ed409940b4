import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { longestLine } from "./longest-line.ts";

/** What an audit file begins and ends with. */
interface Edges {
  /** The first and the last line, without line ends; undefined where there is no whole one. */
  readonly first: string | undefined;
  readonly last: string | undefined;
  /** The bytes up to the last line's end; what follows was torn. */
  readonly whole: number;
}

/** Reads a file's first and last line, however large it is. Throws for one that ends with more than a line can hold. */
export function readEdges(file: string): Edges {
  const descriptor = openSync(file, "r");
  try {
    const { size } = fstatSync(descriptor);
    const start = Math.max(0, size - longestLine);
    const tail = read(descriptor, start, size - start);
    const end = tail.lastIndexOf(0x0a);
    if (end === -1) {
      if (start > 0) throw new Error("its last line has no end");
      return { first: undefined, last: undefined, whole: 0 };
    }
    const head = start === 0 ? tail : read(descriptor, 0, longestLine);
    return {
      first: head.subarray(0, Math.max(0, head.indexOf(0x0a))).toString(),
      last: tail.subarray(end === 0 ? 0 : tail.lastIndexOf(0x0a, end - 1) + 1, end).toString(),
      whole: start + end + 1,
    };
  } finally {
    closeSync(descriptor);
  }
}

function read(descriptor: number, start: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  return bytes.subarray(0, readSync(descriptor, bytes, 0, length, start));
}
