import pg from "pg";
import type { ConnectionTarget } from "./connection-target.ts";
import { DatabaseClient } from "./database-client.ts";

/** Milliseconds in which a connection must stand. */
const longestConnect = 10_000;

/** Milliseconds after which a connection that nobody uses is given up. */
const longestIdle = 60_000;

/**
 * A pool whose first connection stands. Settles which of plain and TLS is spoken, where the mode leaves that open.
 *
 * @param stopping aborted when nobody waits any more for connections that do not stand yet
 */
export async function openPool(target: ConnectionTarget, size: number, stopping?: AbortSignal): Promise<pg.Pool> {
  const [first, second] = attempts(target);
  try {
    return await connected(target, size, { ssl: first, stopping });
  } catch (error) {
    if (second === undefined || !isTlsMatter(error)) throw error;
    return connected(target, size, { ssl: second, stopping });
  }
}

type Ssl = pg.ClientConfig["ssl"];

function attempts({ tlsMode, tls }: ConnectionTarget): [first: Ssl, second?: Ssl] {
  switch (tlsMode) {
    case "disable":
      return [false];
    case "allow":
      return [false, tls];
    case "prefer":
      return [tls, false];
    default:
      return [tls];
  }
}

/** What says that the other way may be taken: the server speaks no TLS, or takes nobody without. */
function isTlsMatter(error: unknown): boolean {
  const { message, code } = error as { message?: string; code?: string };
  // 28000: no entry of pg_hba.conf for such a connection.
  return code === "28000" || /does not support SSL|establishing an SSL connection/.test(message ?? "");
}

interface How {
  readonly ssl: Ssl;
  readonly stopping: AbortSignal | undefined;
}

async function connected({ address }: ConnectionTarget, max: number, { ssl, stopping }: How): Promise<pg.Pool> {
  const pool = new pg.Pool({
    ...address,
    ...(ssl === undefined ? {} : { ssl }),
    // For its clients, which are handed all of this.
    ...{ stopping },
    application_name: "drawbridge",
    keepAlive: true,
    max,
    idleTimeoutMillis: longestIdle,
    connectionTimeoutMillis: longestConnect,
    Client: DatabaseClient as never,
  });
  // A connection that ends while nobody uses it is replaced when one is wanted.
  pool.on("error", () => undefined);
  try {
    (await pool.connect()).release();
    return pool;
  } catch (error) {
    await pool.end();
    throw error;
  }
}
