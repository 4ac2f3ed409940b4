import type { Encoding } from "./encoding.ts";
import { afterNewline } from "./newlines.ts";
import type { TextSource } from "./text-source.ts";

const carriageReturn = 0x0d;

/** How many lines a text has, and how they end. Text after the last newline is a line too. */
export function countLines(bytes: Buffer, encoding: Encoding): Pick<TextSource, "totalLines" | "lineEnding"> {
  const { unit, markLength } = encoding;
  let newlines = 0;
  let withReturn = 0;
  let start = markLength;
  for (let next = afterNewline(bytes, start, encoding); next >= 0; next = afterNewline(bytes, start, encoding)) {
    newlines += 1;
    const before = next - unit * 2;
    if (before >= start && codeUnit(bytes, before, encoding) === carriageReturn) withReturn += 1;
    start = next;
  }
  const totalLines = newlines + (start < bytes.length ? 1 : 0);
  if (newlines === 0) return { totalLines, lineEnding: "none" };
  return { totalLines, lineEnding: withReturn === 0 ? "lf" : withReturn === newlines ? "crlf" : "mixed" };
}

function codeUnit(bytes: Buffer, offset: number, { unit, label }: Encoding): number | undefined {
  if (unit === 1) return bytes[offset];
  return label === "utf-16be" ? bytes.readUInt16BE(offset) : bytes.readUInt16LE(offset);
}
