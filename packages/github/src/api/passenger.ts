import type { Cancellation } from "@drawbridge/core";
import type { Allowance } from "./quota.ts";

/** Somebody who waits for an answer of GitHub's. */
export interface Passenger {
  readonly signal: Cancellation;
  /** The request waits so many seconds until GitHub takes it. */
  waiting(seconds: number): void;
  /** GitHub answered once, and counted it or not. */
  spent(cost: 0 | 1, allowance: Allowance | undefined): void;
}

/** Who stands for several that wait for the same. What was asked once is paid for once: by who has been aboard longest. */
export function together(aboard: ReadonlySet<Passenger>, signal: Cancellation): Passenger {
  return {
    signal,
    waiting: (seconds) => {
      for (const passenger of aboard) passenger.waiting(seconds);
    },
    spent: (cost, allowance) => {
      for (const [index, passenger] of [...aboard].entries()) passenger.spent(index === 0 ? cost : 0, allowance);
    },
  };
}
