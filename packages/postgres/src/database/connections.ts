import type { Cancellation } from "@drawbridge/core";
import type pg from "pg";
import { acquire } from "./acquire.ts";
import type { DatabaseClient } from "./database-client.ts";

type PooledClient = DatabaseClient & pg.PoolClient;

/** Milliseconds after which the one at hand is given up, as the pool gives up others. */
const longestIdle = 60_000;

/**
 * The connections to one database. The one that was used last is at hand for the next: what a pool does to hand one over, timers and
 * listeners, takes a tenth of a small query. Whoever waits for one gets it before.
 */
export class Connections {
  readonly #pool: pg.Pool;
  readonly #name: string;
  #atHand: PooledClient | undefined;
  /** When it was put there, by `performance.now()`. */
  #since = 0;
  #timer: NodeJS.Timeout | undefined;

  /** @param name of the database, for errors */
  constructor(pool: pg.Pool, name: string) {
    this.#pool = pool;
    this.#name = name;
  }

  /** What a connection of their own is made with. */
  get options(): pg.PoolOptions {
    return this.#pool.options;
  }

  /** Nobody waits for one long. Whoever has one calls `release`. */
  acquire(signal: Cancellation): PooledClient | Promise<PooledClient> {
    signal.throwIfAborted();
    const client = this.#atHand;
    if (client === undefined) return acquire(this.#pool, this.#name, signal);
    this.#atHand = undefined;
    if (client.isUsable) return client;
    client.release(true);
    return acquire(this.#pool, this.#name, signal);
  }

  /** @param isClean whether others may use it; else it is ended */
  release(client: PooledClient, isClean: boolean): void {
    const isWanted = this.#pool.waitingCount > 0 || this.#pool.ending;
    if (!isClean || isWanted || this.#atHand !== undefined || !client.isUsable) {
      client.release(!isClean);
      return;
    }
    this.#atHand = client;
    this.#since = performance.now();
    this.#timer ??= this.#giveUpAfter(longestIdle);
  }

  async end(): Promise<void> {
    clearTimeout(this.#timer);
    this.#atHand?.release();
    this.#atHand = undefined;
    await this.#pool.end();
  }

  /** One timer for many calls, which is looked after only when it is over. */
  #giveUpAfter(milliseconds: number): NodeJS.Timeout {
    return setTimeout(() => {
      const left = longestIdle - (performance.now() - this.#since);
      this.#timer = undefined;
      if (this.#atHand === undefined) return;
      if (left > 0) {
        this.#timer = this.#giveUpAfter(left);
        return;
      }
      this.#atHand.release(true);
      this.#atHand = undefined;
    }, milliseconds).unref();
  }
}
