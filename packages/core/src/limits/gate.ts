import { ConnectorError } from "../errors/connector-error.ts";

const longestQueue = 1024;

/** Admits so many at once; the rest queue in order, bounded in number and in time. */
export class Gate {
  readonly #waiting: Array<() => void> = [];
  readonly #patience: number;
  readonly #places: number;
  #free: number;

  /** @param patience milliseconds that one may wait */
  constructor(places: number, patience: number) {
    this.#places = places;
    this.#free = places;
    this.#patience = patience;
  }

  /** Whether nobody is inside, and so nobody waits. */
  get isIdle(): boolean {
    return this.#free === this.#places;
  }

  /** Takes a place if one is free. Whoever has one gives it back with `leave`. */
  tryEnter(): boolean {
    if (this.#free === 0) return false;
    this.#free -= 1;
    return true;
  }

  /** Resolves with a place taken. Throws when the queue is full, the wait too long, or the caller gone. */
  async wait(signal: AbortSignal): Promise<void> {
    if (this.#waiting.length >= longestQueue) {
      throw new ConnectorError("rate_limited", "Too many calls are waiting. Wait for answers before you call again.", {
        retryAfter: 1,
      });
    }
    const gone = () => new ConnectorError("cancelled", "The call was cancelled while it waited.");
    if (signal.aborted) throw gone();
    return new Promise((resolve, reject) => {
      const give = (settle: () => void) => {
        clearTimeout(timer);
        signal.removeEventListener("abort", cancelled);
        settle();
      };
      const admitted = () => give(resolve);
      const abandon = (error: ConnectorError) => {
        const index = this.#waiting.indexOf(admitted);
        if (index < 0) return;
        this.#waiting.splice(index, 1);
        give(() => reject(error));
      };
      const cancelled = () => abandon(gone());
      const timer = setTimeout(
        () => abandon(new ConnectorError("timeout", "Other calls took all the time this one had. Call fewer at once.")),
        this.#patience,
      );
      signal.addEventListener("abort", cancelled);
      this.#waiting.push(admitted);
    });
  }

  leave(): void {
    const admitted = this.#waiting.shift();
    if (admitted === undefined) this.#free += 1;
    else admitted();
  }
}
