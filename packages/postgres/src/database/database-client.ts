import pg from "pg";
import { BoundedConnection } from "./bounded-connection.ts";
import { KeptStatements } from "./kept-statements.ts";

/** Bytes of the longest message that is taken from the server: a row with all its values. */
const longestMessage = 16 * 1024 * 1024;

interface ClientConfig extends pg.ClientConfig {
  /** Aborted when nobody waits any more for connections that do not stand yet. */
  readonly stopping?: AbortSignal | undefined;
}

/** A `pg` client whose messages are bounded. */
export class DatabaseClient extends pg.Client {
  /** The statements that are prepared on its connection. */
  readonly kept = new KeptStatements();

  constructor(config: ClientConfig) {
    super(config);
    // What runs on a connection that ends hears of it; nobody else has to.
    this.on("error", () => undefined);
    // The one that `pg` made has not begun to connect.
    Object.assign(this, {
      connection: new BoundedConnection(longestMessage, { ssl: this.ssl, keepAlive: true } as pg.ConnectionConfig),
    });
    if (config.stopping !== undefined) this.#connectUntil(config.stopping);
  }

  /** Whether it still stands. */
  get isUsable(): boolean {
    const { _queryable, _ending } = this as unknown as { _queryable: boolean; _ending: boolean };
    return _queryable && !_ending;
  }

  /** The backend's process, and the key to cancel what it runs; given to nobody else. */
  get backend(): { readonly processId: number; readonly secretKey: number } {
    const { processID, secretKey } = this as unknown as { processID: number; secretKey: number };
    return { processId: processID, secretKey };
  }

  /** Ends the connection without a word to the server, and whatever runs on it. */
  destroy(): void {
    this.connection.stream.destroy();
  }

  #connectUntil(stopping: AbortSignal): void {
    const leave = () => this.destroy();
    const stay = () => stopping.removeEventListener("abort", leave);
    stopping.addEventListener("abort", leave);
    this.once("connect", stay);
    this.once("end", stay);
  }
}
