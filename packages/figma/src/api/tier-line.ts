/** Lets so many requests be on their way at once; others wait for their turn, in the order in which they came. */
export class TierLine {
  readonly #most: number;
  #running = 0;
  readonly #waiting: (() => void)[] = [];

  constructor(most: number) {
    this.#most = most;
  }

  /** Throws the signal's reason where it is aborted while it waits. */
  async run<Answer>(signal: AbortSignal, request: () => Promise<Answer>): Promise<Answer> {
    await this.#turn(signal);
    try {
      return await request();
    } finally {
      const next = this.#waiting.shift();
      // Whoever is next takes over the place.
      if (next === undefined) this.#running -= 1;
      else next();
    }
  }

  async #turn(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    if (this.#running < this.#most) {
      this.#running += 1;
      return;
    }
    await new Promise<void>((resolve, reject) => {
      const leave = () => {
        this.#waiting.splice(this.#waiting.indexOf(take), 1);
        reject(signal.reason);
      };
      const take = () => {
        signal.removeEventListener("abort", leave);
        resolve();
      };
      this.#waiting.push(take);
      signal.addEventListener("abort", leave, { once: true });
    });
  }
}
