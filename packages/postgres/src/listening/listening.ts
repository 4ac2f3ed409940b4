import { ConnectorError, type Log, nearest, type Watch } from "@drawbridge/core";
import { connectError } from "../database/connect-error.ts";
import type { Database } from "../database/database.ts";
import type { DatabaseClient } from "../database/database-client.ts";
import { quoteIdentifier } from "../database/quote-identifier.ts";
import { runBatch } from "../database/run-batch.ts";
import { KeptNotifications } from "./kept-notifications.ts";

/** Milliseconds until a connection that ended is made anew: doubled each time, up to the longest. */
const pause = { first: 250, longest: 30_000 };

/** Milliseconds between two looks whether the server is still there, and in which it has to answer. */
const look = { interval: 30_000, longest: 5000 };

interface Channel {
  readonly kept: KeptNotifications;
  readonly listeners: Set<() => void>;
}

/** Listens to channels of one database, on a connection of its own, from when somebody first asks until the end. */
export class Listening {
  readonly #database: Database;
  readonly #log: Log;
  readonly #channels: ReadonlyMap<string, Channel>;
  #begun: Promise<void> | undefined;
  #client: DatabaseClient | undefined;
  #since: string | undefined;
  #lostAt: string | undefined;
  #timer: NodeJS.Timeout | undefined;
  #isEnded = false;

  constructor(database: Database, channels: readonly string[], log: Log) {
    this.#database = database;
    this.#log = log;
    this.#channels = new Map(
      channels.map((name) => [name, { kept: new KeptNotifications(), listeners: new Set<() => void>() }]),
    );
  }

  get channels(): readonly string[] {
    return [...this.#channels.keys()];
  }

  /** When listening began. */
  get since(): string | undefined {
    return this.#since;
  }

  /** Since when the connection is lost; undefined while it stands. */
  get lostAt(): string | undefined {
    return this.#lostAt;
  }

  /** What is kept of a channel, which is listened to from now on. Throws `refused` for one that nobody named. */
  async kept(name: string): Promise<KeptNotifications> {
    return (await this.#named(name)).kept;
  }

  /** Tells of what comes in a channel, and of what may have been missed. Throws as `kept` does. */
  async hear(name: string, listener: () => void): Promise<Watch> {
    const { listeners } = await this.#named(name);
    listeners.add(listener);
    return { close: () => void listeners.delete(listener) };
  }

  async end(): Promise<void> {
    this.#isEnded = true;
    clearTimeout(this.#timer);
    const client = this.#client;
    this.#client = undefined;
    await client?.end();
  }

  async #named(name: string): Promise<Channel> {
    const channel = this.#channels.get(name);
    if (channel === undefined) throw this.#refused(name);
    this.#begun ??= this.#connect();
    try {
      await this.#begun;
    } catch (error) {
      this.#begun = undefined;
      throw connectError(error, this.#database.name);
    }
    return channel;
  }

  #refused(name: string): ConnectorError {
    const meant = nearest(name, this.channels);
    const others = this.channels.length === 0 ? "none is" : `listened to are: ${this.channels.join(", ")}`;
    return new ConnectorError(
      "refused",
      `${JSON.stringify(name.slice(0, 64))} is not listened to${meant === undefined ? "" : `; did you mean ${meant}?`} (${others}). ` +
        `A person who wants it starts the server with --listen ${name.slice(0, 64)}, or of several databases --listen ${this.#database.name}:${name.slice(0, 64)}.`,
    );
  }

  async #connect(): Promise<void> {
    const client = await this.#database.connectAlone();
    client.on("notification", ({ channel, processId, payload = "" }) => {
      this.#add(channel, { pid: processId, payload });
    });
    try {
      for (const channel of this.#channels.keys()) await client.query(`LISTEN ${quoteIdentifier(channel)}`);
    } catch (error) {
      client.destroy();
      throw error;
    }
    if (this.#isEnded) return client.end();
    this.#client = client;
    this.#since ??= new Date().toISOString();
    client.once("end", () => this.#lost(client));
    this.#timer = setTimeout(() => void this.#lookAfter(client), look.interval).unref();
  }

  #add(channel: string, entry: Parameters<KeptNotifications["add"]>[0]): void {
    const { kept, listeners } = this.#channels.get(channel) ?? {};
    kept?.add(entry);
    for (const listener of listeners ?? []) listener();
  }

  /** A connection may be gone without a word: what nobody asks never answers. */
  async #lookAfter(client: DatabaseClient): Promise<void> {
    const question = { before: [], main: { text: "SELECT 1" }, after: [], rows: 1, bytes: 100, mayBeStopped: false };
    try {
      await runBatch(client, question, AbortSignal.timeout(look.longest));
      if (this.#client === client) this.#timer = setTimeout(() => void this.#lookAfter(client), look.interval).unref();
    } catch {
      client.destroy();
    }
  }

  #lost(client: DatabaseClient): void {
    if (this.#client !== client) return;
    this.#client = undefined;
    this.#lostAt = new Date().toISOString();
    clearTimeout(this.#timer);
    this.#log.write("warn", { event: "listening", problem: "the connection was lost, and is made anew" });
    this.#reconnectIn(pause.first);
  }

  #reconnectIn(milliseconds: number): void {
    if (this.#isEnded) return;
    const reconnect = () =>
      this.#connect().then(
        () => this.#tellOfGap(),
        () => this.#reconnectIn(Math.min(milliseconds * 2, pause.longest)),
      );
    this.#timer = setTimeout(() => void reconnect(), milliseconds).unref();
  }

  #tellOfGap(): void {
    const missed = `Whatever was sent from ${this.#lostAt} on until now: the connection was lost meanwhile.`;
    this.#lostAt = undefined;
    for (const channel of this.#channels.keys()) this.#add(channel, { missed });
  }
}
