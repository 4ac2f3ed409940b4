import type { Watch, WatchListener } from "../define/resource.ts";
import { ConnectorError } from "../errors/connector-error.ts";
import type { Subscription } from "./subscription.ts";

/** Milliseconds until a watch that failed is begun again: doubled each time, up to the longest. */
const pause = { first: 1000, longest: 60_000 };

/** How a watch is begun; the signal is aborted when it is no longer wanted. */
export type BeginWatch = (listener: WatchListener, signal: AbortSignal) => Promise<Watch>;

interface Observer {
  /** The watch does not work; it is begun again after so many milliseconds, or never where it is over. */
  failed(error: unknown, retryIn: number | undefined): void;
  /** Nobody subscribes any more. The promise resolves when the watch is closed. */
  ended(closed: Promise<void>): void;
}

/** One watch for all that subscribe to one address as one principal: begun for the first, closed after the last. */
export class SharedWatch {
  /** Resolves when changes are heard of. Rejects when the watch cannot begin, or was given up before it did. */
  readonly begun: Promise<void>;
  readonly #begin: BeginWatch;
  readonly #observer: Observer;
  readonly #subscriptions = new Set<Subscription>();
  readonly #over = new AbortController();
  #watch: Watch | undefined;
  #failures = 0;
  #retry: NodeJS.Timeout | undefined;

  constructor(begin: BeginWatch, observer: Observer) {
    this.#begin = begin;
    this.#observer = observer;
    this.begun = new Promise((resolve, reject) => {
      const givenUp = () => reject(new ConnectorError("unavailable", "The subscription was given up before it began."));
      this.#over.signal.addEventListener("abort", givenUp);
      this.#attempt().then(resolve, reject);
    });
    // Whoever subscribes waits for it; by then they may all be gone.
    this.begun.catch(() => {});
  }

  join(subscription: Subscription): void {
    this.#subscriptions.add(subscription);
  }

  leave(subscription: Subscription): void {
    subscription.end();
    this.#subscriptions.delete(subscription);
    if (this.#subscriptions.size === 0) this.end();
  }

  end(): void {
    if (this.#over.signal.aborted) return;
    this.#over.abort();
    clearTimeout(this.#retry);
    for (const subscription of this.#subscriptions) subscription.end();
    this.#observer.ended(this.#close());
  }

  async #attempt(): Promise<void> {
    let live = true;
    let since = Number.POSITIVE_INFINITY;
    const listener = {
      changed: () => {
        if (live) this.#tell();
      },
      failed: (error: unknown) => {
        if (!live) return;
        live = false;
        if (performance.now() - since > pause.longest) this.#failures = 0;
        void this.#close();
        this.#retryAfter(error);
      },
    };
    const watch = await this.#begin(listener, this.#over.signal).catch((error: unknown) => {
      live = false;
      throw error;
    });
    since = performance.now();
    this.#watch = {
      close: () => {
        live = false;
        return watch.close();
      },
    };
    // It failed, or the last subscriber left, while it began.
    if (!live || this.#over.signal.aborted) await this.#close();
  }

  #tell(): void {
    for (const subscription of this.#subscriptions) subscription.changed();
  }

  #retryAfter(error: unknown): void {
    if (this.#over.signal.aborted) return;
    clearTimeout(this.#retry);
    const retryIn = Math.min(pause.first * 2 ** this.#failures, pause.longest);
    this.#failures += 1;
    this.#observer.failed(error, retryIn);
    this.#retry = setTimeout(() => {
      // What changed meanwhile went unheard.
      this.#attempt().then(
        () => this.#tell(),
        (again: unknown) => this.#retryAfter(again),
      );
    }, retryIn).unref();
  }

  async #close(): Promise<void> {
    const watch = this.#watch;
    this.#watch = undefined;
    try {
      await watch?.close();
    } catch (error) {
      this.#observer.failed(error, undefined);
    }
  }
}
