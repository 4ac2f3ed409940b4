import type { JSONRPCMessage, Transport } from "@modelcontextprotocol/server";
import type { Connector } from "../src/define/connector.ts";
import { readOptions } from "../src/options/read-options.ts";
import { Instance } from "../src/serving/instance.ts";
import type { Telemetry } from "../src/telemetry/telemetry.ts";
import { MemoryLog } from "./memory-log.ts";
import { Shelf, shelfConnector } from "./shelf.ts";

interface Answer {
  readonly id?: unknown;
  readonly result?: Record<string, unknown>;
  readonly error?: { readonly code: number; readonly message: string; readonly data?: Record<string, unknown> };
}

/** What a tool answered, as the host takes it from the wire. */
export interface ToolAnswer {
  readonly text: string;
  readonly structured: Record<string, unknown> | undefined;
  readonly meta: Record<string, unknown>;
  readonly isError: boolean;
}

/** The shelf served to a host that speaks plain JSON-RPC, in this process. */
export class Served {
  readonly shelf = new Shelf();
  readonly log = new MemoryLog();
  readonly notifications: Array<{ readonly method: string; readonly params?: Record<string, unknown> }> = [];
  readonly instance: Instance;
  readonly #transport: Transport;
  readonly #connection: { close(): Promise<void> };
  readonly #waiting = new Map<unknown, (answer: Answer) => void>();
  #lastId = 0;

  private constructor(
    options: Awaited<ReturnType<typeof readOptions<ReturnType<typeof shelfConnector>["options"]>>>,
    telemetry: Telemetry | undefined,
    declared: Partial<Connector>,
  ) {
    const connector = { ...shelfConnector(this.shelf), ...declared } as never;
    this.instance = new Instance(connector, options, this.log, undefined, telemetry);
    this.#transport = { start: async () => {}, close: async () => {}, send: async (message) => this.#receive(message) };
    this.#connection = this.instance.serve(this.#transport);
  }

  /** @param declared what the shelf's connector declares beside, or instead */
  static async start(
    argv: readonly string[] = [],
    environment: Record<string, string> = {},
    telemetry?: Telemetry,
    declared: Partial<Connector> = {},
  ): Promise<Served> {
    const options = await readOptions(shelfConnector(new Shelf()).options, argv, environment);
    const served = new Served(options, telemetry, declared);
    const clientInfo = { name: "raw", version: "1" };
    await served.request("initialize", { protocolVersion: "2025-11-25", capabilities: {}, clientInfo });
    served.notify("notifications/initialized");
    return served;
  }

  /** The id that the next request will have, to cancel it by. */
  get nextId(): number {
    return this.#lastId + 1;
  }

  request(method: string, params: Record<string, unknown> = {}): Promise<Answer> {
    this.#lastId += 1;
    const id = this.#lastId;
    const answered = new Promise<Answer>((resolve) => this.#waiting.set(id, resolve));
    this.#transport.onmessage?.({ jsonrpc: "2.0", id, method, params });
    return answered;
  }

  notify(method: string, params: Record<string, unknown> = {}): void {
    this.#transport.onmessage?.({ jsonrpc: "2.0", method, params });
  }

  async call(name: string, input: Record<string, unknown> = {}): Promise<ToolAnswer> {
    const { result, error } = await this.request("tools/call", { name, arguments: input });
    if (result === undefined) throw new Error(error?.message);
    return {
      text: (result.content as Array<{ text: string }>).map(({ text }) => text).join("\n"),
      structured: result.structuredContent as ToolAnswer["structured"],
      meta: (result._meta ?? {}) as ToolAnswer["meta"],
      isError: result.isError === true,
    };
  }

  async listedTools(): Promise<ReadonlyArray<{ readonly name: string; readonly annotations: unknown }>> {
    return (await this.request("tools/list")).result?.tools as never;
  }

  async close(): Promise<void> {
    await this.#connection.close();
    await this.instance.close();
  }

  #receive(message: JSONRPCMessage): void {
    const copy = JSON.parse(JSON.stringify(message)) as Answer & { method?: string };
    if (copy.method !== undefined) {
      this.notifications.push(copy as never);
      return;
    }
    this.#waiting.get(copy.id)?.(copy);
    this.#waiting.delete(copy.id);
  }
}
