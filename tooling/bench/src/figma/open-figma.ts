import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { PageSession, type Shown, type Socket, type ThreadMessage } from "@drawbridge/figma/bridge";
import { type ClientStorage, openFile, openSession, rasterize, runPlugin } from "@drawbridge/sandbox/figma-plugin";
import { WebSocket } from "ws";
import { BenchFailure } from "../bench-failure.ts";

const SECONDS_TO_CONNECT = 30;

/** The plugin's main thread as it is built for Figma. */
export function pluginCode(): string {
  const folder = dirname(fileURLToPath(import.meta.resolve("@drawbridge/figma-plugin/package.json")));
  return readFileSync(join(folder, "dist", "code.js"), "utf8");
}

/** A simulated Figma with a file open and the plugin running in it, whose page is there but for its looks. */
export class OpenFigma {
  readonly #plugin;
  readonly #session: PageSession;
  readonly #person;
  #shown: Shown | undefined;

  /** @param storage what Figma keeps for the person: files of one storage share a pairing */
  constructor(key: string, code: string, storage: ClientStorage) {
    const file = openFile({ name: key, key, rasterize });
    const plugin = runPlugin(file, { code, storage });
    this.#person = openSession(file, "person").api;
    this.#session = new PageSession({
      connect: (url) => {
        const socket = new WebSocket(url, { origin: "null" });
        socket.on("error", () => {});
        return socket as Socket;
      },
      post: (message) => plugin.post(message),
      show: (shown) => {
        this.#shown = shown;
      },
    });
    plugin.onMessage((message) => this.#session.take(message as ThreadMessage));
    this.#plugin = plugin;
    this.#session.begin();
  }

  /** What lies on the page. */
  get layers() {
    return this.#person.currentPage.children;
  }

  /** @param words a tool's answer that has the code */
  async pair(words: string): Promise<void> {
    await this.#becomes("unpaired");
    this.#session.pair(/\d-[2-9A-Z]{6}/.exec(words)?.[0] ?? "");
    await this.connected();
  }

  connected(): Promise<void> {
    return this.#becomes("connected");
  }

  close(): void {
    this.#session.stop();
    this.#plugin.close();
  }

  async #becomes(kind: Shown["state"]["kind"]): Promise<void> {
    const until = performance.now() + SECONDS_TO_CONNECT * 1000;
    while (this.#shown?.state.kind !== kind) {
      if (performance.now() > until)
        throw new BenchFailure(`the plugin is ${this.#shown?.state.kind}, and not ${kind}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }
}
