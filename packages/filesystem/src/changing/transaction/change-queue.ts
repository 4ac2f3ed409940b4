/** What a change is about: places, by their keys, or whole trees, which shut out every other change. */
type Claim = readonly string[] | "trees";

interface Waiting {
  readonly claim: Claim;
  begin(): void;
}

/**
 * Lets changes of one place follow each other, in the order in which they were asked for, and changes of different places
 * run at once. A change of several places waits for all of them together, so that two never wait for each other.
 */
export class ChangeQueue {
  readonly #running = new Set<Claim>();
  readonly #waiting: Waiting[] = [];
  readonly #idle: Array<() => void> = [];

  /**
   * Does a piece of work once nothing else is at its places.
   *
   * @param signal ends the waiting, not the work; throws its reason
   */
  async run<T>(claim: Claim, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    await this.#turn(claim, signal);
    try {
      return await work();
    } finally {
      this.#running.delete(claim);
      this.#beginNext();
      if (this.#running.size === 0) for (const resolve of this.#idle.splice(0)) resolve();
    }
  }

  /** Resolves once no work runs, whoever waits. */
  async idle(): Promise<void> {
    if (this.#running.size > 0) await new Promise<void>((resolve) => this.#idle.push(resolve));
  }

  #turn(claim: Claim, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const leave = () => {
        this.#waiting.splice(this.#waiting.indexOf(waiting), 1);
        reject(signal.reason);
        this.#beginNext();
      };
      const waiting = {
        claim,
        begin: () => {
          signal.removeEventListener("abort", leave);
          this.#running.add(claim);
          resolve();
        },
      };
      signal.throwIfAborted();
      signal.addEventListener("abort", leave, { once: true });
      this.#waiting.push(waiting);
      this.#beginNext();
    });
  }

  /** Whoever waits keeps those behind from overtaking at the same places. */
  #beginNext(): void {
    const ahead: Claim[] = [...this.#running];
    for (const waiting of [...this.#waiting]) {
      if (!ahead.some((claim) => meet(claim, waiting.claim))) {
        this.#waiting.splice(this.#waiting.indexOf(waiting), 1);
        waiting.begin();
      }
      ahead.push(waiting.claim);
    }
  }
}

function meet(one: Claim, other: Claim): boolean {
  return one === "trees" || other === "trees" || one.some((key) => other.includes(key));
}
