import { ConnectorError } from "../errors/connector-error.ts";

const longestQueue = 1024;

interface Waiting {
  readonly admit: () => void;
  readonly turnAway: (error: ConnectorError) => void;
}

/** Admits so many at once; the rest queue in order, bounded in number and in time. */
export class Gate {
  readonly #waiting: Waiting[] = [];
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

  /**
   * Resolves with a place taken. Throws when the queue is full, the wait too long, or the caller gone.
   *
   * @param whenGone has a listener told once the caller is gone, and returns what ends that; undefined for one who is
   */
  async wait(whenGone: (listener: () => void) => (() => void) | undefined): Promise<void> {
    if (this.#waiting.length >= longestQueue) {
      throw new ConnectorError("rate_limited", "Too many calls are waiting. Wait for answers before you call again.", {
        retryAfter: 1,
      });
    }
    const gone = () => new ConnectorError("cancelled", "The call was cancelled while it waited.");
    return new Promise((resolve, reject) => {
      const forget = whenGone(() => abandon(gone()));
      if (forget === undefined) {
        reject(gone());
        return;
      }
      const settle = () => {
        clearTimeout(timer);
        forget();
      };
      const waiting: Waiting = {
        admit() {
          settle();
          resolve();
        },
        turnAway(error) {
          settle();
          reject(error);
        },
      };
      const abandon = (error: ConnectorError) => {
        const index = this.#waiting.indexOf(waiting);
        if (index < 0) return;
        this.#waiting.splice(index, 1);
        waiting.turnAway(error);
      };
      const timer = setTimeout(
        () => abandon(new ConnectorError("timeout", "Other calls took all the time this one had. Call fewer at once.")),
        this.#patience,
      );
      this.#waiting.push(waiting);
    });
  }

  /** Sends away all who wait. */
  clear(error: ConnectorError): void {
    for (const { turnAway } of this.#waiting.splice(0)) turnAway(error);
  }

  leave(): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#free += 1;
    else next.admit();
  }
}
