import type pg from "pg";
import { connectError } from "./connect-error.ts";
import type { DatabaseClient } from "./database-client.ts";

/** A connection of the pool, for which nobody waits long; one that comes after the signal was aborted goes back at once. */
export async function acquire(
  pool: pg.Pool,
  name: string,
  signal: AbortSignal,
): Promise<DatabaseClient & pg.PoolClient> {
  signal.throwIfAborted();
  const connecting = pool.connect() as Promise<DatabaseClient & pg.PoolClient>;
  let onAbort = () => {};
  const aborted = new Promise<never>((_, reject) => {
    onAbort = () => reject(signal.reason);
    signal.addEventListener("abort", onAbort, { once: true });
  });
  try {
    return await Promise.race([connecting, aborted]);
  } catch (error) {
    connecting.then((client) => client.release()).catch(() => undefined);
    signal.throwIfAborted();
    throw connectError(error, name);
  } finally {
    signal.removeEventListener("abort", onAbort);
  }
}
