import type { Cancellation } from "@drawbridge/core";
import type pg from "pg";
import { connectError } from "./connect-error.ts";
import type { DatabaseClient } from "./database-client.ts";

/** A connection of the pool, for which nobody waits long; one that comes after the signal was aborted goes back at once. */
export async function acquire(
  pool: pg.Pool,
  name: string,
  signal: Cancellation,
): Promise<DatabaseClient & pg.PoolClient> {
  signal.throwIfAborted();
  // One that nobody uses is handed over at once: there is no wait to be ended.
  const isThere = pool.idleCount > pool.waitingCount;
  const connecting = pool.connect() as Promise<DatabaseClient & pg.PoolClient>;
  try {
    return await (isThere ? connecting : unlessAborted(connecting, signal));
  } catch (error) {
    connecting.then((client) => client.release()).catch(() => undefined);
    signal.throwIfAborted();
    throw connectError(error, name);
  }
}

async function unlessAborted<T>(awaited: Promise<T>, signal: Cancellation): Promise<T> {
  let onAbort = () => {};
  const aborted = new Promise<never>((_, reject) => {
    onAbort = () => reject(signal.reason);
    signal.addEventListener("abort", onAbort, { once: true });
  });
  try {
    return await Promise.race([awaited, aborted]);
  } finally {
    signal.removeEventListener("abort", onAbort);
  }
}
