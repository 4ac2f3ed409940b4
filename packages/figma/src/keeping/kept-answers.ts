import { readJson } from "../json/read-json.ts";
import { AnswerCopy } from "./answer-copy.ts";
import type { KeptTexts } from "./kept-texts.ts";
import { KeptValues } from "./kept-values.ts";

/** In memory a document takes about what its JSON does, or less. */
const mostBytesInMemory = 160 << 20;

/** Answers of the API that never change: parts of one version of a file. In memory, and on disk where a person wants that. */
export class KeptAnswers {
  readonly #values: KeptValues | undefined;
  readonly #texts: KeptTexts | undefined;

  /** @param texts none where nothing is kept on disk */
  constructor(isKept: boolean, texts: KeptTexts | undefined) {
    this.#values = isKept ? new KeptValues(mostBytesInMemory) : undefined;
    this.#texts = texts;
  }

  /** @param made what the answer is, of what the JSON that was kept says */
  async get<Answer>(key: string, made = (said: unknown) => said as Answer): Promise<Answer | undefined> {
    const known = this.#values?.get(key);
    if (known !== undefined) return known as Answer;
    const text = await this.#texts?.get(key);
    if (text === undefined) return undefined;
    const copy = new AnswerCopy({ isPacked: false });
    try {
      const answer = made(await readJson(copy.passing(text)));
      this.#values?.set(key, answer, copy.bytes);
      return answer;
    } catch {
      // What cannot be read any more is asked for again.
      return undefined;
    }
  }

  set(key: string, answer: unknown): void {
    const text = textOf(answer);
    if (text === undefined) return;
    this.#values?.set(key, answer, text.length);
    this.#texts?.set(key, text);
  }

  /** What `keep` wants of an answer that is read while it arrives. */
  copy(): AnswerCopy {
    return new AnswerCopy({ isPacked: this.#texts !== undefined });
  }

  keep(key: string, answer: unknown, { bytes, packed }: AnswerCopy): void {
    this.#values?.set(key, answer, bytes);
    if (packed !== undefined) this.#texts?.keep(key, packed);
  }

  async close(): Promise<void> {
    await this.#texts?.close();
  }
}

/** Nothing of one that is nested too deep to be written. */
function textOf(answer: unknown): string | undefined {
  try {
    return JSON.stringify(answer);
  } catch {
    return undefined;
  }
}
