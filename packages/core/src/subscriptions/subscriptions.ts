import { ConnectorError } from "../errors/connector-error.ts";
import { publicError } from "../errors/public-error.ts";
import type { Log } from "../logging/log.ts";
import { type BeginWatch, SharedWatch } from "./shared-watch.ts";
import type { Subscription } from "./subscription.ts";

/** Subscriptions of all connections together. */
const mostSubscriptions = 1024;

/** What is watched, and for whom. */
export interface Watched {
  readonly principal: string;
  readonly uri: string;
  /** The resource's name, for the log; addresses do not belong in it. */
  readonly resource: string;
  readonly begin: BeginWatch;
}

/** A subscription's place in a watch. */
export interface Membership {
  /** Resolves when changes are heard of. Rejects when they cannot be. */
  readonly begun: Promise<void>;
  leave(): void;
}

/** The watches of a running connector. Those of one principal are never shared with another: each is authorised alone. */
export class Subscriptions {
  readonly #log: Log;
  readonly #most: number;
  readonly #watches = new Map<string, SharedWatch>();
  readonly #closing = new Set<Promise<void>>();
  readonly #members = new Set<Subscription>();
  #closed = false;

  constructor(log: Log, most = mostSubscriptions) {
    this.#log = log;
    this.#most = most;
  }

  /** How many more there can be. */
  get room(): number {
    return this.#most - this.#members.size;
  }

  /** Throws `refused` when there is no room, `unavailable` when the server stops. */
  join(watched: Watched, subscription: Subscription): Membership {
    if (this.#closed)
      throw new ConnectorError("unavailable", "The server is stopping. Subscribe again when it is back.");
    if (this.room <= 0) throw new ConnectorError("refused", "This server holds all the subscriptions that it can.");
    const key = JSON.stringify([watched.principal, watched.uri]);
    const watch = this.#watches.get(key) ?? this.#open(key, watched);
    watch.join(subscription);
    this.#members.add(subscription);
    const leave = () => {
      if (this.#members.delete(subscription)) watch.leave(subscription);
    };
    return { begun: watch.begun, leave };
  }

  /** Ends all. Resolves when every watch is closed. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const watch of [...this.#watches.values()]) watch.end();
    await Promise.all(this.#closing);
  }

  #open(key: string, { principal, resource, begin }: Watched): SharedWatch {
    const watch = new SharedWatch(begin, {
      failed: (error, retryIn) => {
        const { code, internal, cause } = publicError(error, "none");
        this.#log.write("warn", { event: "watch", resource, principal, code, retryIn, internal, err: cause });
      },
      ended: (closed) => {
        this.#watches.delete(key);
        this.#closing.add(closed);
        void closed.then(() => this.#closing.delete(closed));
      },
    });
    this.#watches.set(key, watch);
    return watch;
  }
}
