import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import type { Log } from "@drawbridge/core";
import { WebSocketServer } from "ws";
import { admitsUpgrade } from "./admits-upgrade.ts";
import { Channel } from "./channel.ts";
import { Connection } from "./connection.ts";
import { largestFrame } from "./frames.ts";
import { greet } from "./greet.ts";
import type { Hello, RefusalReason } from "./handshake.ts";
import { type LoopbackListener, listenOnLoopback } from "./listen-on-loopback.ts";
import { PairingCode } from "./pairing-code.ts";
import type { Pairings } from "./pairings.ts";

const mostFiles = 64;

/** Of connections that are not paired: further ones take the place of those that wait longest. */
const mostGuests = 16;

interface BridgeSettings {
  readonly ports: readonly number[];
  readonly pairings: Pairings;
  readonly version: string;
  readonly log: Log;
  /** Milliseconds between signs of life. */
  readonly beats?: number;
}

/** Where plugins in open files connect to this process: one channel for each file. */
export class Bridge {
  readonly #channels = new Map<string, Channel>();
  readonly #guests = new Set<Connection>();
  readonly #settings: BridgeSettings;
  readonly #listener: LoopbackListener;
  readonly #code: PairingCode;
  readonly #beats: NodeJS.Timeout;
  readonly #sockets = new WebSocketServer({
    noServer: true,
    maxPayload: largestFrame,
    perMessageDeflate: false,
    clientTracking: false,
  });

  private constructor(settings: BridgeSettings, listener: LoopbackListener) {
    this.#settings = settings;
    this.#listener = listener;
    this.#code = new PairingCode(listener.port);
    for (const server of listener.servers) {
      server.on("upgrade", (request, socket, head) => this.#upgrade(request, socket, head));
    }
    this.#beats = setInterval(() => this.#beat(), settings.beats ?? 5_000);
    this.#beats.unref();
  }

  static async open(settings: BridgeSettings): Promise<Bridge> {
    const listener = await listenOnLoopback(settings.ports, (_request, response) => {
      response.writeHead(426, { connection: "close" }).end("The Drawbridge plugin connects here.\n");
    });
    settings.log.write("info", { event: "bridge", port: listener.port });
    return new Bridge(settings, listener);
  }

  get port(): number {
    return this.#listener.port;
  }

  /** The code that pairs a plugin, for the person to type. */
  get code(): string {
    return this.#code.shown;
  }

  /** Plugins that wait for the code. */
  get waiting(): number {
    return this.#guests.size;
  }

  /** The files that are open and paired. */
  get channels(): readonly Channel[] {
    return [...this.#channels.values()];
  }

  async close(): Promise<void> {
    clearInterval(this.#beats);
    for (const channel of this.channels) channel.end("stopping", "The connector was stopped");
    for (const guest of this.#guests) guest.refuse("stopping", "The connector was stopped");
    await Promise.all(
      this.#listener.servers.map((server) => {
        server.closeAllConnections();
        return new Promise<void>((resolve) => server.close(() => resolve()));
      }),
    );
  }

  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on("error", () => socket.destroy());
    if (!admitsUpgrade(request, this.port)) {
      socket.end("HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
      return;
    }
    this.#sockets.handleUpgrade(request, socket, head, (opened) => {
      const connection = new Connection(opened);
      this.#welcome(connection).catch((error: unknown) => {
        this.#settings.log.write("error", { event: "bridge", problem: "a plugin could not be greeted", err: error });
        connection.terminate();
      });
    });
  }

  async #welcome(connection: Connection): Promise<void> {
    this.#guests.add(connection);
    connection.onClosed = () => this.#guests.delete(connection);
    const [longest] = this.#guests;
    if (this.#guests.size > mostGuests) longest?.refuse("silent", "Too many plugins wait for a code.");
    const { pairings, version } = this.#settings;
    const hello = await greet(connection, { code: this.#code, pairings, version, port: this.port });
    this.#guests.delete(connection);
    if (hello !== undefined && connection.open) this.#seat(connection, hello);
  }

  #seat(connection: Connection, hello: Hello): void {
    const refusal = this.#refusalOf(hello);
    if (refusal !== undefined) {
      connection.refuse(...refusal);
      return;
    }
    const there = this.#channels.get(hello.file.key);
    if (there?.connected && there.plugin.instance !== hello.instance) {
      there.end("replaced", "Another window took this one's place.");
    }
    const channel = this.#channels.get(hello.file.key) ?? this.#newChannel(hello);
    channel.attach(connection, hello);
    this.#settings.log.write("info", { event: "bridge", paired: true, plugin: hello.version, editor: hello.editor });
  }

  /** One plugin for a file: the one that is there keeps its place, unless the person gives it to another and no plan is under way. */
  #refusalOf({ file: { key, name }, instance, takeOver }: Hello): [RefusalReason, string] | undefined {
    const there = this.#channels.get(key);
    if (there === undefined) {
      if (this.#channels.size < mostFiles) return undefined;
      return ["too_many_files", `${mostFiles} files are connected already.`];
    }
    if (!there.connected || there.plugin.instance === instance) return undefined;
    if (there.editing) return ["file_taken", `Another window changes ${name} just now.`];
    return takeOver === true ? undefined : ["file_taken", `Another window has ${name} connected.`];
  }

  #newChannel(hello: Hello): Channel {
    const channel = new Channel(hello);
    this.#channels.set(hello.file.key, channel);
    channel.onceGone(() => {
      if (this.#channels.get(hello.file.key) === channel) this.#channels.delete(hello.file.key);
    });
    return channel;
  }

  #beat(): void {
    for (const channel of this.channels) channel.beat();
    for (const guest of this.#guests) guest.beat();
  }
}
