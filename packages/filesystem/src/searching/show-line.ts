import type { ToolContext } from "@drawbridge/core";
import { decoderOf } from "../reading/decoder-of.ts";
import type { SearchedFile } from "./answer.ts";
import type { FoundLine } from "./read-line.ts";

/** Lines up to here are shown whole; of longer ones so much before the match's beginning, and behind it. */
const longest = 1000;
const around = 300;

/** As far as the longest secret reaches that is known by its shape. */
const reach = 16 * 1024;

const marks = { true: ":", false: "-" } as const;

/** A line as it is answered: `12: text`, `13- text` of one around it, cut around the match where it is long. */
export async function showLine(
  file: SearchedFile,
  { number, isMatch, bytes, start, offset }: FoundLine,
  withoutCutSecrets: ToolContext<unknown>["withoutCutSecrets"],
): Promise<string> {
  if (bytes === undefined) return "[a line too long to be shown matches here; read around it with fs_read]";
  const [from, to] = shownPart(bytes, start);
  const [before, after] = await surroundings(file, offset, offset + bytes.length);
  // A line whose bytes are no UTF-8 is in whatever the file is in.
  const decode = decoderOf(isTold(file) ? { ...file.encoding, label: "utf-8" } : file.encoding);
  const text = withoutCutSecrets(
    before + decode(bytes.subarray(0, from)),
    decode(bytes.subarray(from, to)),
    decode(bytes.subarray(to, to + reach)) + after,
  );
  const left = from > 0 ? `[…${from} bytes]` : "";
  const right = to < bytes.length ? `[…${bytes.length - to} bytes]` : "";
  return `${number}${marks[`${isMatch}`]} ${left}${text}${right}`;
}

/** Whether ripgrep tells of a file in UTF-8, which it is not in. */
function isTold({ encoding, recoded }: SearchedFile): boolean {
  return recoded !== undefined || encoding.unit === 2;
}

function shownPart(bytes: Buffer, start: number): readonly [number, number] {
  if (bytes.length <= longest) return [0, bytes.length];
  return [
    characterStart(bytes, Math.max(0, start - around)),
    characterStart(bytes, Math.min(bytes.length, start + 2 * around)),
  ];
}

/** Not within a character of UTF-8. */
function characterStart(bytes: Buffer, at: number): number {
  let start = at;
  while (start > 0 && at - start < 3 && ((bytes[start] ?? 0) & 0xc0) === 0x80) start -= 1;
  return start;
}

/** What stands before and behind a line in its file, for secrets of several lines. */
async function surroundings(file: SearchedFile, start: number, end: number): Promise<readonly [string, string]> {
  const { opened, encoding } = file;
  const decode = decoderOf(encoding);
  if (isTold(file)) {
    const text = Buffer.from(decode(await opened.read(encoding.markLength, Number(opened.stats.size))));
    return [text.subarray(Math.max(0, start - reach), start).toString(), text.subarray(end, end + reach).toString()];
  }
  const first = Math.max(0, start - reach);
  const before = await opened.read(first + encoding.markLength, start - first);
  return [decode(before), decode(await opened.read(end + encoding.markLength, reach))];
}
