/** A text of an answer, and what stands before and behind it in its block: header and marks. */
export interface TextApart {
  readonly before: string;
  readonly text: string;
  readonly after: string;
}

/**
 * Blocks of answers whose text is long, and can also be had apart. Looked into as a whole, it would be copied, for text that is put
 * together is only made then; the text alone is there already, and known by redaction and the fence.
 */
export const textsApart = new WeakMap<object, TextApart>();
