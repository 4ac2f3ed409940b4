import type { JSONRPCMessage, Transport } from "@modelcontextprotocol/server";
import { readOptions } from "../src/options/read-options.ts";
import { Instance } from "../src/serving/instance.ts";
import { Board, boardConnector } from "./board.ts";
import { MemoryLog } from "./memory-log.ts";

interface Answer {
  readonly result?: Record<string, unknown>;
  readonly error?: { readonly code: number; readonly message: string; readonly data?: Record<string, unknown> };
}

/** A notification as it stood on the wire. */
interface Notification {
  readonly method: string;
  readonly params?: { readonly uri?: string; readonly notifications?: unknown; readonly _meta?: unknown };
}

const modern = {
  "io.modelcontextprotocol/protocolVersion": "2026-07-28",
  "io.modelcontextprotocol/clientInfo": { name: "raw", version: "1" },
  "io.modelcontextprotocol/clientCapabilities": {},
};

const subscriptionId = "io.modelcontextprotocol/subscriptionId";

/** The board served to a host that speaks plain JSON-RPC, in this process. */
export class BoardHost {
  readonly board = new Board();
  readonly log = new MemoryLog();
  readonly notifications: Notification[] = [];
  readonly instance: Instance;
  readonly answers = new Map<number | string, Answer>();
  readonly #transport: Transport;
  readonly #connection: { close(): Promise<void> };
  readonly #meta: Record<string, unknown> | undefined;
  readonly #waiting = new Map<number | string, (answer: Answer) => void>();
  #lastId = 0;

  private constructor(instance: (board: Board, log: MemoryLog) => Instance, meta: Record<string, unknown> | undefined) {
    this.#meta = meta;
    this.instance = instance(this.board, this.log);
    this.#transport = {
      start: async () => {},
      close: async () => this.hangUp(),
      send: async (message) => this.#receive(message),
    };
    this.#connection = this.instance.serve(this.#transport);
  }

  static async start(era: "modern" | "legacy", ...argv: string[]): Promise<BoardHost> {
    const options = await readOptions(boardConnector(new Board()).options, argv, {});
    const serve = (board: Board, log: MemoryLog) => new Instance(boardConnector(board) as never, options, log);
    const host = new BoardHost(serve, era === "modern" ? modern : undefined);
    if (era === "modern") return host;
    const clientInfo = { name: "raw", version: "1" };
    await host.request("initialize", { protocolVersion: "2025-11-25", capabilities: {}, clientInfo });
    host.send({ method: "notifications/initialized" });
    return host;
  }

  /** The ids of the `subscriptions/listen` requests that were acknowledged, with what was honoured. */
  get acknowledged(): unknown[] {
    return this.notifications
      .filter(({ method }) => method === "notifications/subscriptions/acknowledged")
      .map(({ params }) => params?.notifications);
  }

  /** The addresses of the updates that came. */
  get updates(): ReadonlyArray<string | undefined> {
    return this.notifications
      .filter(({ method }) => method === "notifications/resources/updated")
      .map(({ params }) => params?.uri);
  }

  /** How often the host was told that the list of resources changed, under which requests of its own. */
  get listChanges(): unknown[] {
    return this.notifications
      .filter(({ method }) => method === "notifications/resources/list_changed")
      .map(({ params }) => (params?._meta as Record<string, unknown> | undefined)?.[subscriptionId]);
  }

  request(method: string, params: Record<string, unknown> = {}, id: number | string = ++this.#lastId): Promise<Answer> {
    const answered = new Promise<Answer>((resolve) => this.#waiting.set(id, resolve));
    this.send({ id, method, params: { ...params, ...(this.#meta && { _meta: this.#meta }) } });
    return answered;
  }

  /** Asks to hear of addresses, under an id of one's own choice. */
  listen(id: number | string, ...uris: unknown[]): Promise<Answer> {
    return this.request("subscriptions/listen", { notifications: { resourceSubscriptions: uris } }, id);
  }

  cancel(requestId: number | string): void {
    this.send({ method: "notifications/cancelled", params: { requestId } });
  }

  send(message: Record<string, unknown>): void {
    this.#transport.onmessage?.({ jsonrpc: "2.0", ...message } as JSONRPCMessage);
  }

  /** The connection breaks, without a word. */
  hangUp(): void {
    this.#transport.onclose?.();
  }

  async close(): Promise<void> {
    await this.#connection.close();
    await this.instance.close();
  }

  #receive(message: JSONRPCMessage): void {
    const copy = JSON.parse(JSON.stringify(message)) as Answer & Notification & { readonly id: number | string };
    if (copy.method !== undefined) {
      this.notifications.push(copy);
      return;
    }
    this.answers.set(copy.id, copy);
    this.#waiting.get(copy.id)?.(copy);
    this.#waiting.delete(copy.id);
  }
}
