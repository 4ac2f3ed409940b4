const labels = ["utf-16le", "utf-16be"] as const;

/** What no text has: controls but for tabs, line and page ends; code points that stand for nothing. */
const noText = /[\p{Cn}\p{Co}]|(?![\t\n\f\r])\p{Cc}/u;

/** Enough of a file to tell; even, so that it cuts no code unit. */
const mostBytes = 64 * 1024;

/**
 * Whether bytes with zeros among them are UTF-16 without a mark, as some programs of Windows write it: their beginning has
 * to be text, with a line end. Of the two byte orders the one is meant in which more of it is ASCII.
 *
 * @param isWhole whether they are all of the file; else a character may be cut at their end
 */
export function guessUtf16(head: Buffer, isWhole: boolean): (typeof labels)[number] | undefined {
  if (isWhole && head.length % 2 === 1) return undefined;
  const [best] = labels
    .map((label) => ({ label, ascii: asciiIn(head.subarray(0, mostBytes), label) }))
    .filter(({ ascii }) => ascii > 0)
    .sort((a, b) => b.ascii - a.ascii);
  return best?.label;
}

/** How much of it is ASCII in this byte order; 0 for what is no text in it. */
function asciiIn(head: Buffer, label: string): number {
  try {
    // In a stream, a character that is cut at the end is waited for.
    const text = new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(head, { stream: true });
    return noText.test(text) || !text.includes("\n") ? 0 : text.replace(/[^\x20-\x7e\n]/g, "").length;
  } catch {
    return 0;
  }
}
