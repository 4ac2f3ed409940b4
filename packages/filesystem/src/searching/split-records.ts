/** One record of a child's output: a line, or what ends with another byte. */
export interface OutputRecord {
  readonly bytes: Buffer;
  /** It was longer than is held: `bytes` is its beginning. */
  readonly cut: boolean;
}

/** Of a record that is too long to be held, so much is kept to tell what it was. */
const keptHead = 4096;

/** Splits a child's output at each `end` byte, without ever holding more than `longest` bytes of a record. */
export async function* splitRecords(
  output: AsyncIterable<Buffer>,
  end: number,
  longest: number,
): AsyncGenerator<OutputRecord> {
  let parts: Buffer[] = [];
  let length = 0;
  let cut = false;
  const add = (part: Buffer) => {
    length += part.length;
    if (cut) return;
    parts.push(part);
    if (length <= longest) return;
    cut = true;
    // A copy: a part of a chunk would keep the whole of it.
    parts = [Buffer.from(Buffer.concat(parts).subarray(0, keptHead))];
  };
  const take = (): OutputRecord => {
    const record = { bytes: parts.length === 1 ? (parts[0] as Buffer) : Buffer.concat(parts), cut };
    [parts, length, cut] = [[], 0, false];
    return record;
  };
  for await (const chunk of output) {
    let start = 0;
    for (let at = chunk.indexOf(end); at >= 0; at = chunk.indexOf(end, start)) {
      add(chunk.subarray(start, at));
      yield take();
      start = at + 1;
    }
    if (start < chunk.length) add(chunk.subarray(start));
  }
  if (length > 0) yield take();
}
