import { readFileSync } from "node:fs";
import { type PageMessage, PageSession, type Shown, type Socket, type ThreadMessage } from "@drawbridge/figma/bridge";
import {
  type ClientStorage,
  type OpenOptions,
  openFile,
  openSession,
  type RunningPlugin,
  rasterize,
  runPlugin,
  type SimulatedFile,
} from "@drawbridge/sandbox/figma-plugin";
import { expect } from "vitest";
import { WebSocket } from "ws";

const code = readFileSync(new URL("../../dist/code.js", import.meta.url), "utf8");

/** A file in a simulated Figma with the plugin's built code, whose window is there but for its looks, and a real connection. */
export class OpenFigma {
  readonly file: SimulatedFile;
  readonly storage: ClientStorage;
  shown: Shown | undefined;
  /** Called with each message of the window to the main thread. */
  onAsked: (message: PageMessage) => void = () => {};
  /** What the window asked of the main thread. */
  readonly asked: PageMessage[] = [];
  #plugin: RunningPlugin | undefined;
  #session: PageSession | undefined;
  readonly #sockets: WebSocket[] = [];

  constructor(
    options: OpenOptions = {},
    storage: ClientStorage = new Map(),
    file: SimulatedFile = openFile({ rasterize, ...options }),
  ) {
    this.file = file;
    this.storage = storage;
  }

  /** The file as the person has it. */
  get person() {
    return openSession(this.file, "person").api;
  }

  get session(): PageSession {
    if (this.#session === undefined) throw new Error("The plugin does not run");
    return this.#session;
  }

  get errors(): readonly unknown[] {
    return this.#plugin?.errors ?? [];
  }

  run(): this {
    const plugin = runPlugin(this.file, { code, storage: this.storage });
    const session = new PageSession({
      connect: (url) => {
        const socket = new WebSocket(url, { origin: "null" });
        socket.on("error", () => {});
        this.#sockets.push(socket);
        return socket as Socket;
      },
      post: (message) => {
        this.asked.push(message);
        plugin.post(message);
        this.onAsked(message);
      },
      show: (shown) => {
        this.shown = shown;
      },
    });
    plugin.onMessage((message) => session.take(message as ThreadMessage));
    session.begin();
    this.#plugin = plugin;
    this.#session = session;
    return this;
  }

  /** Closes the plugin's window, as a person does. */
  close(): void {
    this.#session?.stop();
    this.#plugin?.close();
  }

  /** Ends the connection as a broken network would. */
  break(): void {
    for (const socket of this.#sockets) socket.terminate();
  }

  reaches(kind: Shown["state"]["kind"]): Promise<void> {
    return expect.poll(() => this.shown?.state.kind, { timeout: 30_000 }).toBe(kind);
  }

  /** Types the code that a tool told. */
  async pair(told: string): Promise<void> {
    await this.reaches("unpaired");
    this.session.pair(/\d-[2-9A-Z]{6}/.exec(told)?.[0] ?? "");
    await this.reaches("connected");
  }
}
