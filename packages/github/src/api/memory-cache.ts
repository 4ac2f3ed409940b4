import type { AnswerCache, KnownAnswer } from "./answer-cache.ts";

/** The most recent answers in memory, within a bound of bytes. */
export class MemoryCache implements AnswerCache {
  readonly #answers = new Map<string, KnownAnswer>();
  readonly #mostBytes: number;
  #bytes = 0;

  constructor(mostBytes: number) {
    this.#mostBytes = mostBytes;
  }

  get(key: string): KnownAnswer | undefined {
    const known = this.#answers.get(key);
    if (known === undefined) return undefined;
    // A map keeps the order of insertion: what is used moves to its end.
    this.#answers.delete(key);
    this.#answers.set(key, known);
    return known;
  }

  set(key: string, answer: KnownAnswer): void {
    const size = sizeOf(key, answer);
    this.#forget(key);
    if (size > this.#mostBytes / 4) return;
    this.#answers.set(key, answer);
    this.#bytes += size;
    for (const oldest of this.#answers.keys()) {
      if (this.#bytes <= this.#mostBytes) return;
      this.#forget(oldest);
    }
  }

  #forget(key: string): void {
    const known = this.#answers.get(key);
    if (known === undefined) return;
    this.#answers.delete(key);
    this.#bytes -= sizeOf(key, known);
  }
}

/** Strings are two bytes a character at worst; headers are few. */
function sizeOf(key: string, { body }: KnownAnswer): number {
  return 2 * (key.length + body.length) + 1000;
}
