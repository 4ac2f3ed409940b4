/** As many are told apart; with more, everything is confirmed again. */
const mostKeys = 10_000;

/**
 * Which answers GitHub gave or confirmed so lately that they are used without asking. A change made here ends it for all: what
 * it touches is not known.
 */
export class Freshness {
  readonly #milliseconds: number;
  readonly #confirmed = new Map<string, number>();
  #era = 0;

  /** @param seconds for which an answer is fresh; 0 for none */
  constructor(seconds: number) {
    this.#milliseconds = seconds * 1000;
  }

  /** Another after each change: what was asked before it may be from before it. */
  get era(): number {
    return this.#era;
  }

  has(key: string, now: number = performance.now()): boolean {
    const confirmed = this.#confirmed.get(key);
    return confirmed !== undefined && now - confirmed < this.#milliseconds;
  }

  /** @param era when it was asked for */
  confirm(key: string, era: number, now: number = performance.now()): void {
    if (this.#milliseconds === 0 || era !== this.#era) return;
    if (this.#confirmed.size >= mostKeys) this.#confirmed.clear();
    this.#confirmed.set(key, now);
  }

  end(): void {
    this.#era += 1;
    this.#confirmed.clear();
  }
}
