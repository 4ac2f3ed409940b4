import type { Span } from "./span.ts";

/** A text with something in it written otherwise, and where what it holds stands in the text as it was. */
export class FoldedText {
  readonly text: string;
  /** Of each stretch that was rewritten: its start and end as rewritten, and as it was. Numbers alone: there may be many. */
  readonly #here: number[] = [];
  readonly #there: number[] = [];

  /** @param pattern global */
  constructor(text: string, pattern: RegExp, rewrite: (stretch: string) => string) {
    let folded = "";
    let end = 0;
    for (const { 0: stretch, index } of text.matchAll(pattern)) {
      folded += text.slice(end, index);
      const start = folded.length;
      folded += rewrite(stretch);
      end = index + stretch.length;
      this.#here.push(start, folded.length);
      this.#there.push(index, end);
    }
    this.text = folded + text.slice(end);
  }

  /** The whole of every stretch that it touches is in it. */
  original([start, end]: Span): Span {
    return [this.#place(start)[0], this.#place(end - 1)[1]];
  }

  /** From where to where one character stood. */
  #place(at: number): Span {
    let [before, after] = [0, this.#here.length / 2];
    while (before < after) {
      const middle = (before + after) >> 1;
      if ((this.#here[2 * middle] as number) <= at) before = middle + 1;
      else after = middle;
    }
    if (before === 0) return [at, at + 1];
    const last = 2 * (before - 1);
    const [start, end] = [this.#there[last] as number, this.#there[last + 1] as number];
    const beyond = at - (this.#here[last + 1] as number);
    return beyond < 0 ? [start, end] : [end + beyond, end + beyond + 1];
  }
}
