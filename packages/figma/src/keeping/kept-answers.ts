import type { KeptTexts } from "./kept-texts.ts";
import { KeptValues } from "./kept-values.ts";

/** In memory a document takes about five times what its JSON does. */
const mostBytesInMemory = 48 << 20;

/** Answers of the API that never change: parts of one version of a file. In memory, and on disk where a person wants that. */
export class KeptAnswers {
  readonly #values: KeptValues | undefined;
  readonly #texts: KeptTexts | undefined;

  /** @param texts none where nothing is kept on disk */
  constructor(isKept: boolean, texts: KeptTexts | undefined) {
    this.#values = isKept ? new KeptValues(mostBytesInMemory) : undefined;
    this.#texts = texts;
  }

  /** @param read what makes the answer of the text that was kept */
  async get<Answer>(key: string, read: (text: string) => Answer = JSON.parse): Promise<Answer | undefined> {
    const known = this.#values?.get(key);
    if (known !== undefined) return known as Answer;
    const text = await this.#texts?.get(key);
    if (text === undefined) return undefined;
    const answer = read(text);
    this.#values?.set(key, answer, text.length);
    return answer;
  }

  /** @param text of which `read` makes the answer again */
  set(key: string, answer: unknown, text = JSON.stringify(answer)): void {
    this.#values?.set(key, answer, text.length);
    this.#texts?.set(key, text);
  }

  async close(): Promise<void> {
    await this.#texts?.close();
  }
}
