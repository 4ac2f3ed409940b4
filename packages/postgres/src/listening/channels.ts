import { ConnectorError, type Log, nearest } from "@drawbridge/core";
import type pg from "pg";
import { quoteIdentifier } from "../database/quote-identifier.ts";
import { Channel } from "./channel.ts";

/** Milliseconds before a connection that broke is made again; doubled each time it fails, up to the last. */
const pause = { first: 500, longest: 30_000 };

interface Listening {
  /** A connection of its own, which is in no pool: LISTEN holds for a session. */
  readonly connect: () => Promise<pg.Client>;
  readonly log: Log;
}

/**
 * The channels of one database that the person named with `--listen`. Its connection is made when one of them is first asked
 * for, and again whenever it breaks.
 */
export class Channels {
  readonly #channels: ReadonlyMap<string, Channel>;
  readonly #listening: Listening;
  #begun: Promise<void> | undefined;
  #client: pg.Client | undefined;
  #timer: NodeJS.Timeout | undefined;
  #isEnded = false;

  constructor(names: readonly string[], listening: Listening) {
    this.#channels = new Map(names.map((name) => [name, new Channel(name)]));
    this.#listening = listening;
  }

  get names(): readonly string[] {
    return [...this.#channels.keys()];
  }

  /** A channel that is listened to from now on. Throws `refused` for one that was not named. */
  async named(name: string): Promise<Channel> {
    const channel = this.#channels.get(name);
    if (channel === undefined) throw refused(name, this.names);
    this.#begun ??= this.#begin();
    try {
      await this.#begun;
    } catch (error) {
      this.#begun = undefined;
      throw error;
    }
    return channel;
  }

  async end(): Promise<void> {
    this.#isEnded = true;
    clearTimeout(this.#timer);
    await this.#client?.end().catch(() => undefined);
  }

  async #begin(): Promise<void> {
    const client = await this.#listening.connect();
    this.#client = client;
    client.on("notification", ({ channel, processId, payload = "" }) =>
      this.#channels.get(channel)?.add(processId, payload),
    );
    client.once("end", () => this.#broke());
    await client.query(this.names.map((name) => `LISTEN ${quoteIdentifier(name)}`).join(";"));
  }

  #broke(): void {
    if (this.#isEnded) return;
    this.#client = undefined;
    this.#again(new Date(), pause.first);
  }

  #again(since: Date, wait: number): void {
    this.#timer = setTimeout(async () => {
      try {
        await this.#begin();
        for (const channel of this.#channels.values()) channel.missed(since);
      } catch (error) {
        this.#listening.log.write("warn", { event: "listen", err: error as Error, retryIn: wait });
        if (!this.#isEnded) this.#again(since, Math.min(wait * 2, pause.longest));
      }
    }, wait);
    this.#timer.unref();
  }
}

function refused(name: string, names: readonly string[]): ConnectorError {
  const meant = nearest(name, names);
  const others = names.length === 0 ? "none is listened to" : `listened to are: ${names.join(", ")}`;
  return new ConnectorError(
    "refused",
    `${JSON.stringify(name)} is not listened to${meant === undefined ? "" : `; did you mean ${meant}?`} (${others}). A person who wants it starts the server with --listen ${name}.`,
  );
}
