import { readFileSync } from "node:fs";
import { type PageMessage, PageSession, type Shown, type Socket, type ThreadMessage } from "@drawbridge/figma/bridge";
import {
  openFile,
  openSession,
  type RunningPlugin,
  rasterize,
  runPlugin,
  type SimulatedFile,
} from "@drawbridge/sandbox/figma-plugin";
import { WebSocket } from "ws";

/** In milliseconds: a connection on this machine takes a moment. */
const longestPairing = 6_000;

/** A file that is open in a simulated Figma, in which the plugin runs as it is shipped, over a real connection. */
export class OpenFigma {
  readonly #file: SimulatedFile;
  readonly #plugin: RunningPlugin;
  readonly #session: PageSession;
  #shown: Shown | undefined;

  constructor(name: string) {
    this.#file = openFile({ rasterize, name, key: "abcdefghij0123456789" });
    const code = readFileSync(
      new URL("dist/plugin/code.js", import.meta.resolve("@drawbridge/figma/package.json")),
      "utf8",
    );
    this.#plugin = runPlugin(this.#file, { code, storage: new Map() });
    this.#session = new PageSession({
      connect: (url) => {
        const socket = new WebSocket(url, { origin: "null" });
        socket.on("error", () => {});
        return socket as Socket;
      },
      post: (message: PageMessage) => this.#plugin.post(message),
      show: (shown) => {
        this.#shown = shown;
      },
    });
    this.#plugin.onMessage((message) => this.#session.take(message as ThreadMessage));
    this.#session.begin();
  }

  /** The id of the layer that lies lowest on the page. */
  get firstLayer(): string {
    return this.#asPerson().currentPage.children[0]?.id ?? "";
  }

  /** Types the code that a tool told, and again where nothing came of it: other connectors may be found on the way. */
  async pair(told: string): Promise<void> {
    await this.#reaches("unpaired");
    const code = /\d-[2-9A-Z]{6}/.exec(told)?.[0] ?? "";
    for (let tries = 0; this.#shown?.state.kind !== "connected" && tries < 5; tries += 1) {
      if (this.#shown?.state.kind === "unpaired") this.#session.pair(code);
      await this.#reaches("connected").catch(() => {});
    }
    await this.#reaches("connected");
  }

  /** Moves the lowest layer of the page by hand. */
  moveFirst(x: number, y: number): void {
    const person = this.#asPerson();
    const [layer] = person.currentPage.children;
    if (layer !== undefined) [layer.x, layer.y] = [x, y];
    person.commitUndo();
  }

  close(): void {
    this.#session.stop();
    this.#plugin.close();
  }

  #asPerson() {
    return openSession(this.#file, "person").api;
  }

  async #reaches(kind: Shown["state"]["kind"]): Promise<void> {
    const end = Date.now() + longestPairing;
    while (this.#shown?.state.kind !== kind) {
      if (Date.now() > end) throw new Error(`The plugin is not ${kind}: ${JSON.stringify(this.#shown?.state)}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}
