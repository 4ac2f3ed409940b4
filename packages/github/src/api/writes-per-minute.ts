/** GitHub's own limit is 80 writes a minute ("Rate limits for the REST API"), which others may use up with us. */
const mostWrites = 75;

const minute = 60_000;

/** When the writes of the last minute were made, so that no more are made than GitHub takes before it refuses all. */
export class WritesPerMinute {
  readonly #made: number[] = [];

  /** Takes the next place and returns 0, or returns the seconds until there is one. */
  take(now: number = Date.now()): number {
    while (this.#made.length > 0 && (this.#made[0] ?? 0) <= now - minute) this.#made.shift();
    const [oldest = now] = this.#made;
    if (this.#made.length >= mostWrites) return Math.ceil((oldest + minute - now) / 1000);
    this.#made.push(now);
    return 0;
  }
}
