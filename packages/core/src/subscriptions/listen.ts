import type { Subscribed } from "./subscriber.ts";

/** Addresses that are authorised at once, so that calls find room beside them. */
const atOnce = 4;

/** One `subscriptions/listen` request, from when it came until it is cancelled, answered or its connection ends. */
export class Listen {
  /** Resolves when the acknowledgement went out: the protocol lets no update come before it. */
  readonly acknowledged: Promise<void>;
  /** Whether the SDK knows of it. */
  isPassedOn = false;
  #acknowledge: () => void = () => {};
  readonly #subscribed = new Set<Subscribed>();
  #ended = false;

  constructor() {
    this.acknowledged = new Promise((resolve) => {
      this.#acknowledge = resolve;
    });
  }

  get hasEnded(): boolean {
    return this.#ended;
  }

  /** Subscribes to each address. Resolves with those that may be subscribed to, in the order given. */
  async begin(uris: readonly string[], subscribe: (uri: string) => Subscribed): Promise<string[]> {
    const granted = new Set<string>();
    const pending = uris.values();
    const work = async () => {
      for (const uri of pending) {
        if (this.#ended) return;
        const subscribed = subscribe(uri);
        this.#subscribed.add(subscribed);
        // The pipeline has recorded why an address is refused; the protocol has no place to say it.
        await subscribed.begun.then(
          () => granted.add(uri),
          () => this.#subscribed.delete(subscribed),
        );
      }
    };
    await Promise.all(Array.from({ length: atOnce }, work));
    return uris.filter((uri) => granted.has(uri));
  }

  /** Ends with the others, and is told of as they are. */
  follow(subscribed: Subscribed): void {
    this.#subscribed.add(subscribed);
    if (this.#ended) subscribed.end();
  }

  acknowledge(): void {
    this.#acknowledge();
  }

  end(): void {
    this.#ended = true;
    for (const subscribed of this.#subscribed) subscribed.end();
  }
}
