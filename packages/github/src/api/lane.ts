/**
 * Lets so many requests be on their way at once; others wait for their turn. It has the part of Bottleneck that Octokit's throttling
 * calls, which goes through a timer for each step of a job, a dozen milliseconds for each request.
 */
export class Lane {
  readonly #most: number;
  #running = 0;
  readonly #waiting: (() => void)[] = [];

  constructor(most: number) {
    this.#most = most;
  }

  /** @param _how what Bottleneck would weigh jobs by */
  async schedule<Given extends unknown[], Answer>(
    _how: object,
    run: (...given: Given) => Promise<Answer>,
    ...given: Given
  ): Promise<Answer> {
    if (this.#running < this.#most) this.#running += 1;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
    try {
      return await run(...given);
    } finally {
      const next = this.#waiting.shift();
      // Whoever is next takes over the place.
      if (next === undefined) this.#running -= 1;
      else next();
    }
  }

  /** As a group of lanes, of which there is one. */
  key(): this {
    return this;
  }
}
