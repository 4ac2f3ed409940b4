import { crc32, deflateRawSync } from "node:zlib";

/** An entry of a ZIP file: its content, or bytes that are deflated already and claim a size. */
export type Entry = string | { readonly deflated: Buffer; readonly size: number };

/** A ZIP file, made byte by byte (APPNOTE.TXT 4.3), so that it may say what no program would write. */
export function zipOf(entries: Readonly<Record<string, Entry>>): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, entry] of Object.entries(entries)) {
    const deflated = typeof entry === "string" ? deflateRawSync(entry) : entry.deflated;
    const sum = typeof entry === "string" ? crc32(entry) : 0;
    const size = typeof entry === "string" ? Buffer.byteLength(entry) : entry.size;
    const facts = fields(
      [2, 20],
      [2, 0],
      [2, 8],
      [4, 0],
      [4, sum],
      [4, deflated.length],
      [4, size],
      [2, name.length],
      [2, 0],
    );
    const body = Buffer.concat([fields([4, 0x04034b50]), facts, Buffer.from(name), deflated]);
    directory.push(
      fields([4, 0x02014b50], [2, 20]),
      facts,
      fields([2, 0], [2, 0], [2, 0], [4, 0], [4, offset]),
      Buffer.from(name),
    );
    bodies.push(body);
    offset += body.length;
  }
  const count = bodies.length;
  const listed = Buffer.concat(directory);
  const end = fields([4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count], [4, listed.length], [4, offset], [2, 0]);
  return Buffer.concat([...bodies, listed, end]);
}

function fields(...values: ReadonlyArray<readonly [bytes: number, value: number]>): Buffer {
  const written = Buffer.alloc(values.reduce((sum, [bytes]) => sum + bytes, 0));
  let at = 0;
  for (const [bytes, value] of values) at = written.writeUIntLE(value, at, bytes);
  return written;
}
