import type { Allowance } from "./quota.ts";

/** Somebody who waits for an answer. */
export interface Passenger {
  readonly signal: AbortSignal;
  /** The request waits so many seconds until GitHub takes it. */
  waiting(seconds: number): void;
  /** GitHub answered once, and counted it or not. */
  spent(cost: 0 | 1, allowance: Allowance | undefined): void;
}

/** Requests on their way, each shared by all who ask the same at the same time. It is given up when the last of them has. */
export class Flights<Landed> {
  readonly #flights = new Map<string, Flight<Landed>>();

  /** @param start is handed who stands for all that are aboard */
  async join(key: string, passenger: Passenger, start: (all: Passenger) => Promise<Landed>): Promise<Landed> {
    passenger.signal.throwIfAborted();
    const flight = this.#flights.get(key) ?? this.#begin(key, start);
    return flight.board(passenger);
  }

  #begin(key: string, start: (all: Passenger) => Promise<Landed>): Flight<Landed> {
    const flight = new Flight(start, () => {
      if (this.#flights.get(key) === flight) this.#flights.delete(key);
    });
    this.#flights.set(key, flight);
    return flight;
  }
}

class Flight<Landed> {
  readonly #abandoned = new AbortController();
  readonly #landed: Promise<Landed>;
  readonly #over: () => void;
  readonly #aboard = new Set<Passenger>();
  #hasLanded = false;

  /** @param over called once nobody can join any more */
  constructor(start: (all: Passenger) => Promise<Landed>, over: () => void) {
    this.#over = over;
    this.#landed = start(this.#all).finally(() => {
      this.#hasLanded = true;
      over();
    });
    // Whoever is aboard hears of a failure; nobody may be left by then.
    this.#landed.catch(() => {});
  }

  async board(passenger: Passenger): Promise<Landed> {
    const { signal } = passenger;
    this.#aboard.add(passenger);
    let leave = () => {};
    const left = new Promise<never>((_, reject) => {
      leave = () => reject(signal.reason);
      signal.addEventListener("abort", leave, { once: true });
    });
    try {
      return await Promise.race([this.#landed, left]);
    } finally {
      signal.removeEventListener("abort", leave);
      this.#aboard.delete(passenger);
      if (this.#aboard.size === 0 && !this.#hasLanded) {
        this.#over();
        this.#abandoned.abort(signal.reason);
      }
    }
  }

  /** What was asked once is paid for once: by who has been aboard longest. */
  get #all(): Passenger {
    return {
      signal: this.#abandoned.signal,
      waiting: (seconds) => {
        for (const passenger of this.#aboard) passenger.waiting(seconds);
      },
      spent: (cost, allowance) => {
        for (const [index, passenger] of [...this.#aboard].entries())
          passenger.spent(index === 0 ? cost : 0, allowance);
      },
    };
  }
}
