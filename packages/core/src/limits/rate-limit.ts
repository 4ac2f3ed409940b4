import type { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { ConnectorError } from "../errors/connector-error.ts";

const seconds = 60;

/** So many calls a minute for each principal. What is above is refused, never queued: the caller is told when to return. */
export class RateLimit {
  readonly #perMinute: number;
  #limiter: Promise<RateLimiterMemory> | undefined;

  constructor(perMinute: number) {
    this.#perMinute = perMinute;
  }

  /** Counts one call. Throws `rate_limited` when it is one too many. */
  async take(principal: string): Promise<void> {
    this.#limiter ??= this.#open();
    const limiter = await this.#limiter;
    try {
      await limiter.consume(principal);
    } catch (excess) {
      if (excess instanceof Error) throw excess;
      const retryAfter = Math.max(1, Math.ceil((excess as RateLimiterRes).msBeforeNext / 1000));
      throw new ConnectorError(
        "rate_limited",
        `Over ${this.#perMinute} calls a minute. Call again in ${retryAfter} s, and ask for more in one call where you can.`,
        { retryAfter },
      );
    }
  }

  async #open(): Promise<RateLimiterMemory> {
    const { default: limits } = await import("rate-limiter-flexible");
    return new limits.RateLimiterMemory({ points: this.#perMinute, duration: seconds });
  }
}
