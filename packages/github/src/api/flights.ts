/** Requests on their way, each shared by all who ask the same at the same time. It is given up when the last of them has. */
export class Flights<Landed> {
  readonly #flights = new Map<string, Flight<Landed>>();

  join(key: string, signal: AbortSignal, start: (signal: AbortSignal) => Promise<Landed>): Promise<Landed> {
    const flight = this.#flights.get(key) ?? this.#begin(key, start);
    return flight.board(signal);
  }

  #begin(key: string, start: (signal: AbortSignal) => Promise<Landed>): Flight<Landed> {
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
  #aboard = 0;

  /** @param over called once nobody can join any more */
  constructor(start: (signal: AbortSignal) => Promise<Landed>, over: () => void) {
    this.#over = over;
    this.#landed = start(this.#abandoned.signal).finally(over);
    // Whoever is aboard hears of a failure; nobody may be left by then.
    this.#landed.catch(() => {});
  }

  async board(signal: AbortSignal): Promise<Landed> {
    signal.throwIfAborted();
    this.#aboard += 1;
    let leave = () => {};
    const left = new Promise<never>((_, reject) => {
      leave = () => reject(signal.reason);
      signal.addEventListener("abort", leave, { once: true });
    });
    try {
      return await Promise.race([this.#landed, left]);
    } finally {
      signal.removeEventListener("abort", leave);
      this.#aboard -= 1;
      if (this.#aboard === 0) {
        this.#over();
        this.#abandoned.abort(signal.reason);
      }
    }
  }
}
