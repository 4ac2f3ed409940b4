import { closeSync, fstatSync, ftruncateSync, openSync, readSync } from "node:fs";
import type { AuditLine } from "./audit-line.ts";
import { type ChainEnd, chainStart, hasOwnHash } from "./chain.ts";

/** Far above the longest line that is ever written. */
const longestLine = 64 * 1024;

/**
 * Where the chain in a file stands. A last line without its line end was torn by a crash while it was written: it
 * belongs to no answered call, and is cut off. Throws for a last line that is whole and wrong.
 */
export function readChainEnd(file: string): ChainEnd {
  const descriptor = openSync(file, "r+");
  try {
    const { size } = fstatSync(descriptor);
    const start = Math.max(0, size - longestLine);
    const bytes = Buffer.alloc(size - start);
    readSync(descriptor, bytes, 0, bytes.length, start);
    const whole = bytes.lastIndexOf(0x0a) + 1;
    if (whole === 0 && size > longestLine) throw new Error("its last line has no end");
    if (start + whole < size) ftruncateSync(descriptor, start + whole);
    const last = bytes.subarray(0, whole).toString().trimEnd().split("\n").at(-1) ?? "";
    return last === "" ? chainStart : endOf(last);
  } finally {
    closeSync(descriptor);
  }
}

function endOf(text: string): ChainEnd {
  const { seq, hash } = JSON.parse(text) as AuditLine;
  if (!hasOwnHash(text, hash)) throw new Error(`line ${seq} was changed: its hash is not that of its content`);
  return { seq, hash };
}
