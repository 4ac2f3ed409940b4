import type { Transport } from "@modelcontextprotocol/server";
import { serveStdio } from "@modelcontextprotocol/server/stdio";
import { Approvals } from "../approval/approvals.ts";
import type { AuditLog } from "../audit/audit-log.ts";
import type { Connector } from "../define/connector.ts";
import { verifyDefinitions } from "../definitions/verify-definitions.ts";
import type { Effect } from "../effects/effect.ts";
import { Gate } from "../limits/gate.ts";
import { RateLimit } from "../limits/rate-limit.ts";
import { RunningCalls } from "../limits/running-calls.ts";
import type { Log } from "../logging/log.ts";
import type { ReadOptions } from "../options/read-options.ts";
import { CursorSeal } from "../paging/cursor-seal.ts";
import { Redactor } from "../redaction/redactor.ts";
import { MemoryStore } from "../state/memory-store.ts";
import { ListenTransport } from "../subscriptions/listen-transport.ts";
import { Subscriber } from "../subscriptions/subscriber.ts";
import { Subscriptions } from "../subscriptions/subscriptions.ts";
import type { Telemetry } from "../telemetry/telemetry.ts";
import { bindServer } from "./bind-server.ts";
import { ClientHolder } from "./client-holder.ts";
import { prepare } from "./prepare.ts";
import type { Prepared } from "./prepared.ts";
import type { Runtime } from "./runtime.ts";
import { toolFilter } from "./tool-filter.ts";

const confirmationThresholds: Readonly<Record<string, Effect | undefined>> = {
  never: undefined,
  write: "write",
  destroy: "destroy",
};

/** A connector with its options: ready to be served over any number of transports. */
export class Instance {
  readonly prepared: Prepared;
  readonly #runtime: Runtime;
  readonly #holder: ClientHolder<unknown>;
  readonly #connector: Connector;
  readonly #subscriptions: Subscriptions;
  readonly #stopping = new AbortController();

  /** @param audit closed with the instance; `telemetry` is flushed */
  constructor(
    connector: Connector,
    { standard, own, secrets }: ReadOptions<Connector["options"]>,
    log: Log,
    audit?: AuditLog,
    telemetry?: Telemetry,
  ) {
    const { signal } = this.#stopping;
    this.#connector = connector;
    this.#subscriptions = new Subscriptions(log);
    this.#holder = new ClientHolder<unknown>(
      () => connector.open(own, { log, access: standard.access, signal }),
      async (client) => connector.close?.(client),
    );
    this.#runtime = {
      access: standard.access ?? connector.defaultAccess?.(own) ?? "read",
      confirmation: { threshold: confirmationThresholds[standard.confirm] },
      timeout: standard.timeout,
      maxResultBytes: standard.maxResultBytes,
      gate: new Gate(standard.concurrency, standard.timeout),
      rateLimit: standard.rate === undefined ? undefined : new RateLimit(standard.rate),
      redactor: new Redactor(secrets),
      cursors: new CursorSeal(),
      approvals: new Approvals(new MemoryStore()),
      log,
      audit,
      telemetry,
      running: new RunningCalls(),
      stopping: signal,
      toolFilter: toolFilter(
        standard.tools,
        connector.tools.map(({ name }) => name),
      ),
      client: () => this.#holder.get(),
    };
    this.prepared = prepare(connector, this.#runtime);
    verifyDefinitions(this.prepared.definitions, connector.package);
  }

  /** Serves one connection of either protocol era, for the one person behind it. Resolves what closes it. */
  serve(transport: Transport): { close(): Promise<void> } {
    const { log } = this.#runtime;
    const subscriber = this.#subscriberOf("local");
    return serveStdio(() => bindServer(this.prepared, this.#runtime, "local", subscriber), {
      transport: subscriber === undefined ? transport : new ListenTransport(transport, subscriber),
      onerror: (error) => log.write("debug", { event: "transport", err: error }),
    });
  }

  /** What one connection of a principal subscribes with; undefined where nothing can be subscribed to. */
  #subscriberOf(principal: string): Subscriber | undefined {
    const { resources } = this.prepared;
    if (resources.every(({ watch }) => watch === undefined)) return undefined;
    return new Subscriber({ runtime: this.#runtime, resources, subscriptions: this.#subscriptions, principal });
  }

  /** Opens the client and asks the connector whether the system can be used. Throws when it cannot. */
  async check(): Promise<Readonly<Record<string, unknown>>> {
    const client = await this.#holder.get();
    return this.#connector.check(client, AbortSignal.timeout(this.#runtime.timeout));
  }

  /** Ends the calls that still run. */
  abortCalls(): void {
    this.#stopping.abort();
    this.#runtime.running.stopAll();
  }

  async close(): Promise<void> {
    await this.#subscriptions.close();
    await this.#holder.close();
    this.#runtime.audit?.close();
    await this.#runtime.telemetry?.flush();
  }
}
