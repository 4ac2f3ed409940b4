import { type Cancellation, ConnectorError } from "@drawbridge/core";
import { longestWait } from "./longest-wait.ts";
import type { Passenger } from "./passenger.ts";

/** GitHub's own limit is 80 writes a minute ("Rate limits for the REST API"), which others may use up with us. */
const mostWrites = 75;

const minute = 60_000;

/** When the writes of the last minute were made, so that no more are made than GitHub takes before it refuses all. */
export class WritesPerMinute {
  readonly #made: number[] = [];

  /** @throws ConnectorError `rate_limited` where there is room only after longer than a call waits */
  async untilRoom({ signal, waiting }: Passenger): Promise<void> {
    for (let seconds = this.take(); seconds > 0; seconds = this.take()) {
      if (seconds > longestWait) {
        const problem = `GitHub takes no more than 80 changes a minute, and so many were made. Try again in ${seconds} seconds.`;
        throw new ConnectorError("rate_limited", problem, { retryAfter: seconds });
      }
      waiting(seconds);
      await pause(seconds * 1000, signal);
    }
  }

  /** Takes the next place and returns 0, or returns the seconds until there is one. */
  take(now: number = Date.now()): number {
    while (this.#made.length > 0 && (this.#made[0] ?? 0) <= now - minute) this.#made.shift();
    const [oldest = now] = this.#made;
    if (this.#made.length >= mostWrites) return Math.ceil((oldest + minute - now) / 1000);
    this.#made.push(now);
    return 0;
  }
}

function pause(milliseconds: number, signal: Cancellation): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    const leave = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", leave);
      resolve();
    }, milliseconds);
    signal.addEventListener("abort", leave);
  });
}
