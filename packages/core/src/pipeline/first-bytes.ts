/** As much of a text as so many bytes hold, in whole characters. */
export function firstBytes(text: string, bytes: number): string {
  if (Buffer.byteLength(text) <= bytes) return text;
  // A stream's decoder holds back the character that the cut went through.
  return new TextDecoder().decode(Buffer.from(text).subarray(0, bytes), { stream: true });
}
