import type { Cancellation } from "../cancelling/cancellation.ts";
import { LateAbort } from "../cancelling/late-abort.ts";

/** Somebody who waits for an answer. */
interface Aboard {
  readonly signal: Cancellation;
}

/** Makes of all who are aboard, longest first, one who stands for them, and who leaves once all have. */
type Together<Passenger extends Aboard> = (aboard: ReadonlySet<Passenger>, abandoned: LateAbort) => Passenger;

/** Requests on their way, each shared by all who ask the same at the same time. It is given up when the last of them has. */
export class Flights<Landed, Passenger extends Aboard> {
  readonly #flights = new Map<string, Flight<Landed, Passenger>>();
  readonly #together: Together<Passenger>;

  constructor(together: Together<Passenger>) {
    this.#together = together;
  }

  /** @param start is handed who stands for all that are aboard */
  async join(key: string, passenger: Passenger, start: (all: Passenger) => Promise<Landed>): Promise<Landed> {
    passenger.signal.throwIfAborted();
    const flight = this.#flights.get(key) ?? this.#begin(key, start);
    return flight.board(passenger);
  }

  #begin(key: string, start: (all: Passenger) => Promise<Landed>): Flight<Landed, Passenger> {
    const flight = new Flight(start, this.#together, () => {
      if (this.#flights.get(key) === flight) this.#flights.delete(key);
    });
    this.#flights.set(key, flight);
    return flight;
  }
}

class Flight<Landed, Passenger extends Aboard> {
  readonly #abandoned = new LateAbort();
  readonly #landed: Promise<Landed>;
  readonly #over: () => void;
  readonly #aboard = new Set<Passenger>();
  #hasLanded = false;

  /** @param over called once nobody can join any more */
  constructor(start: (all: Passenger) => Promise<Landed>, together: Together<Passenger>, over: () => void) {
    this.#over = over;
    this.#landed = start(together(this.#aboard, this.#abandoned)).finally(() => {
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
        this.#abandoned.abort(signal.reason as Error);
      }
    }
  }
}
