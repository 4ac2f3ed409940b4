import { ConnectorError } from "../errors/connector-error.ts";
import { UsageError } from "../options/usage-error.ts";

/** Opens the client once, for the first that asks, and closes it once. An attempt that failed is not kept. */
export class ClientHolder<Client> {
  readonly #open: () => Promise<Client>;
  readonly #close: (client: Client) => Promise<void>;
  #opening: Promise<Client> | undefined;
  #closed = false;

  constructor(open: () => Promise<Client>, close: (client: Client) => Promise<void>) {
    this.#open = open;
    this.#close = close;
  }

  get(): Promise<Client> {
    if (this.#closed) throw new ConnectorError("unavailable", "The server is stopping. Call again when it is back.");
    this.#opening ??= this.#open().catch((error: unknown) => {
      this.#opening = undefined;
      // What the options name was well at the start, and is no longer; a person can mend it.
      throw error instanceof UsageError
        ? new ConnectorError("unavailable", `Not to be opened: ${error.message}.`)
        : error;
    });
    return this.#opening;
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    const client = await this.#opening?.catch(() => undefined);
    if (client !== undefined) await this.#close(client);
  }
}
