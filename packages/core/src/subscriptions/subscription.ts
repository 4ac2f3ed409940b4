/** Milliseconds between two updates of one subscription. */
const interval = 100;

/**
 * One subscriber's share in a watch. However often something changes, its host is told at most ten times a second, and
 * not again before it has taken what it was told.
 */
export class Subscription {
  readonly #deliver: () => Promise<void>;
  #due = false;
  #telling = false;
  #ended = false;

  /** @param deliver tells the host; resolves when the host has taken it */
  constructor(deliver: () => Promise<void>) {
    this.#deliver = deliver;
  }

  changed(): void {
    this.#due = true;
    if (!this.#telling) void this.#tell();
  }

  end(): void {
    this.#ended = true;
  }

  async #tell(): Promise<void> {
    this.#telling = true;
    while (this.#due && !this.#ended) {
      this.#due = false;
      // A host that is gone is noticed by its transport.
      await Promise.all([this.#deliver().catch(() => {}), pause()]);
    }
    this.#telling = false;
  }
}

function pause(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, interval).unref();
  });
}
