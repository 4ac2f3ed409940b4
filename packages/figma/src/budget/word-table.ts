import { knownPieces, knownWords } from "./known-words.ts";

const slots = 1 << 15;
const longest = 20;

const space = 0x20;
const backslash = 0x5c;
const n = 0x6e;

/** Words by their characters' codes, where each begins in them, and what each takes; by hash, with what collides in the next free slot. */
class WordTable {
  readonly #codes: Uint8Array;
  readonly #starts: Int32Array;
  readonly #tokens: Uint8Array;
  readonly #slots = new Int32Array(slots);

  constructor(words: ReadonlyMap<string, number>) {
    const all = [...words.keys()];
    this.#codes = Uint8Array.from(Buffer.from(all.join(""), "latin1"));
    this.#starts = new Int32Array(all.length + 1);
    this.#tokens = Uint8Array.from([0, ...words.values()]);
    let start = 0;
    for (const [index, word] of all.entries()) {
      this.#starts[index] = start;
      let slot = hashOf(this.#codes, start, start + word.length);
      while (this.#slots[slot] !== 0) slot = (slot + 1) % slots;
      this.#slots[slot] = index + 1;
      start += word.length;
      this.#starts[index + 1] = start;
    }
  }

  /** What a word takes; 0 for one that is not known. */
  get(codes: Uint8Array, start: number, end: number): number {
    for (let slot = hashOf(codes, start, end); ; slot = (slot + 1) % slots) {
      const found = this.#slots[slot] ?? 0;
      if (found === 0) return 0;
      if (this.#isAt(found - 1, codes, start, end)) return this.#tokens[found] ?? 0;
    }
  }

  #isAt(word: number, codes: Uint8Array, start: number, end: number): boolean {
    const from = this.#starts[word] ?? 0;
    if ((this.#starts[word + 1] ?? 0) - from !== end - start) return false;
    for (let index = start; index < end; index += 1) {
      if (codes[index] !== this.#codes[from + index - start]) return false;
    }
    return true;
  }
}

function hashOf(codes: Uint8Array, start: number, end: number): number {
  let hash = 0;
  for (let index = start; index < end; index += 1) hash = (Math.imul(hash, 31) + (codes[index] ?? 0)) | 0;
  return (hash ^ (hash >>> 15)) & (slots - 1);
}

const words = new WordTable(knownWords);
const pieces = new WordTable(knownPieces);

/**
 * At most so many tokens a word takes that is known, with a space or a mark before it or without; 0 for one that is not known.
 *
 * @param start where its piece begins: at the word, or at what is before it
 */
export function wordTokens(codes: Uint8Array, start: number, word: number, end: number): number {
  if (end - word > longest) return 0;
  const bare = words.get(codes, word, end);
  if (start === word) return bare > 0 ? bare : pieces.get(codes, start, end);
  if (codes[start] === space) return bare > 0 ? 1 : 0;
  const whole = pieces.get(codes, start, end);
  if (whole > 0) return whole;
  if (bare > 0) return bare + 1;
  // A line end that is written out belongs to the word behind it.
  if (codes[start] !== backslash || codes[word] !== n) return 0;
  const behind = words.get(codes, word + 1, end);
  return behind > 0 ? behind + 2 : 0;
}
