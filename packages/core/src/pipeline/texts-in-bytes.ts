/**
 * The texts that a secret could be found in where it stands in bytes: one character a byte, for whatever begins with
 * ASCII, and UTF-16 of either order from either place on. In every one of them the bytes around it are other characters.
 */
export function* textsInBytes(bytes: Uint8Array): Generator<string> {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  yield all.toString("latin1");
  for (const start of [0, 1]) {
    const even = all.subarray(start, all.length - ((all.length - start) % 2));
    yield even.toString("utf16le");
    yield Buffer.from(even).swap16().toString("utf16le");
  }
}
