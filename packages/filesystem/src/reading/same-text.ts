/** Shorter texts are decoded and looked through in no time. */
const shortBytes = 64 * 1024;

/**
 * Decodes long stretches of text, and remembers the last: the same bytes become the same string, which redaction and the
 * fence have looked through already and know again at once.
 */
export class SameText {
  #last: { readonly bytes: Buffer; readonly label: string; readonly text: string } | undefined;

  /** @param decode of the encoding with this label */
  of(bytes: Buffer, label: string, decode: (bytes: Buffer) => string): string {
    if (bytes.length < shortBytes) return decode(bytes);
    if (this.#last?.label === label && this.#last.bytes.equals(bytes)) return this.#last.text;
    const text = decode(bytes);
    // A copy: what they lie in is read into again.
    this.#last = { bytes: Buffer.from(bytes), label, text };
    return text;
  }
}
