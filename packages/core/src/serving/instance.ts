import type { McpServerFactory, Server, Transport } from "@modelcontextprotocol/server";
import { serveStdio } from "@modelcontextprotocol/server/stdio";
import { HostRoots } from "../asking/host-roots.ts";
import { OpenQuestions } from "../asking/open-questions.ts";
import { SuspendedCalls } from "../asking/suspended-calls.ts";
import type { AuditLog } from "../audit/audit-log.ts";
import type { Connector } from "../define/connector.ts";
import type { ServedConnector } from "../define/served-connector.ts";
import type { Definitions } from "../definitions/definitions.ts";
import { lockedDefinitions } from "../definitions/locked-definitions.ts";
import { verifyDefinitions } from "../definitions/verify-definitions.ts";
import type { Access } from "../effects/access.ts";
import { accessAdmits } from "../effects/access-admits.ts";
import { accessFor } from "../effects/access-for.ts";
import type { Effect } from "../effects/effect.ts";
import { ConnectorError } from "../errors/connector-error.ts";
import type { Caller } from "../http/authentication/caller.ts";
import { Gates } from "../limits/gates.ts";
import { RateLimit } from "../limits/rate-limit.ts";
import { RunningCalls } from "../limits/running-calls.ts";
import { toolLimits } from "../limits/tool-limits.ts";
import type { Log } from "../logging/log.ts";
import { ownFiles } from "../options/own-files.ts";
import type { ReadOptions } from "../options/read-options.ts";
import { CursorSeal } from "../paging/cursor-seal.ts";
import type { Call } from "../pipeline/call.ts";
import { pass } from "../pipeline/pipeline.ts";
import { Redactor } from "../redaction/redactor.ts";
import { MemoryStore } from "../state/memory-store.ts";
import { ListenTransport } from "../subscriptions/listen-transport.ts";
import { Subscriber } from "../subscriptions/subscriber.ts";
import { Subscriptions } from "../subscriptions/subscriptions.ts";
import type { Telemetry } from "../telemetry/telemetry.ts";
import { bindServer } from "./bind-server.ts";
import { callReference } from "./call-reference.ts";
import { ClientHolder } from "./client-holder.ts";
import { PlainCalls } from "./plain-calls.ts";
import { prepare } from "./prepare.ts";
import type { Prepared } from "./prepared.ts";
import type { RequestContext } from "./request-context.ts";
import type { Runtime } from "./runtime.ts";
import { toolFilter } from "./tool-filter.ts";

/** Calls a minute over HTTP, where a person has said nothing of it. */
const usualRate = 600;

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

  /**
   * @param audit closed with the instance; `telemetry` is flushed
   * @param built what the program was built with, where the first answer has to be quick; see `prepareTool`
   */
  constructor(
    connector: ServedConnector,
    { standard, own, secrets }: ReadOptions<Connector["options"]>,
    log: Log,
    audit?: AuditLog,
    telemetry?: Telemetry,
    built?: Definitions,
  ) {
    const { signal } = this.#stopping;
    const withheld = connector.withheld?.(own) ?? new Map<string, string>();
    const served = connector.tools.map(({ name }) => name).filter((name) => !withheld.has(name));
    const admits = toolFilter(standard.tools, served, withheld);
    this.#connector = connector;
    this.#subscriptions = new Subscriptions(log);
    this.#holder = new ClientHolder<unknown>(
      () => connector.open(own, { log, access: standard.access, signal, ownFiles: ownFiles(standard) }),
      async (client) => connector.close?.(client),
    );
    this.#runtime = {
      access: standard.access ?? connector.defaultAccess?.(own) ?? "read",
      confirmation: { threshold: confirmationThresholds[standard.confirm] },
      timeout: standard.timeout,
      maxResultBytes: standard.maxResultBytes,
      gates: new Gates(standard.concurrency, standard.timeout),
      toolLimits: toolLimits(connector.tools, standard.timeout),
      rateLimit: rateLimitOf(standard),
      redactor: new Redactor(secrets),
      cursors: new CursorSeal(),
      suspended: new SuspendedCalls(new MemoryStore()),
      questions: new OpenQuestions(),
      log,
      audit,
      telemetry,
      running: new RunningCalls(),
      stopping: signal,
      toolFilter: (name) => !withheld.has(name) && admits(name),
      switchOf: (name) => withheld.get(name) ?? "--tools",
      client: () => this.#holder.get(),
    };
    this.prepared = prepare(connector, this.#runtime, built, connector.choices?.(own));
    verifyDefinitions(lockedDefinitions(this.prepared.definitions, connector), connector.package);
  }

  /** The most that this server does for anybody. */
  get access(): Access {
    return this.#runtime.access;
  }

  /**
   * Serves one connection of either protocol era, for the one person behind it. Resolves what closes it.
   *
   * @param transport with `room`, where it can tell when the host has taken what was sent
   */
  serve(transport: Transport & { readonly room?: () => Promise<void> }): { close(): Promise<void> } {
    const { log } = this.#runtime;
    const caller: Caller = { principal: "local", access: this.#runtime.access };
    const { narrow } = this.#connector;
    const open = () => this.#holder.get();
    const hostRoots = narrow && new HostRoots({ open, narrow: (client) => narrow(client, { log }) });
    const runtime = {
      ...this.#runtime,
      ...(hostRoots && { client: () => hostRoots.client() }),
      ...(transport.room && { room: transport.room }),
    };
    const subscriber = this.#subscriberWith(runtime, caller);
    const plainCalls = new PlainCalls(transport);
    const factory: McpServerFactory = ({ era }) => {
      if (era === "modern") return bindServer(this.prepared, runtime, () => caller, subscriber);
      const server = bindServer(this.prepared, runtime, () => caller, subscriber, plainCalls);
      hostRoots?.listenTo(server);
      return server;
    };
    return serveStdio(factory, {
      transport: subscriber === undefined ? plainCalls : new ListenTransport(plainCalls, subscriber),
      onerror: (error) => log.write("debug", { event: "transport", err: error }),
    });
  }

  /** A server for one connection, or one request, of the SDK's. */
  bind(callerOf: (context: RequestContext) => Caller, subscriber: Subscriber | undefined): Server {
    return bindServer(this.prepared, this.#runtime, callerOf, subscriber);
  }

  /**
   * The access that a call of a tool needs, where the server would give it and the caller's token does not; the call is
   * then recorded as refused. Undefined where nothing but the call itself can tell.
   */
  async refusedForToken(name: string, input: unknown, caller: Caller): Promise<Access | undefined> {
    const operation = this.prepared.tools.get(name);
    const effect = operation?.lowestEffect;
    if (operation === undefined || effect === undefined || accessAdmits(caller.access, effect)) return undefined;
    if (!accessAdmits(this.#runtime.access, effect) || !this.#runtime.toolFilter(name)) return undefined;
    const call: Call = {
      ...caller,
      runtime: this.#runtime,
      operation,
      sent: input,
      input,
      reference: callReference(),
      arrived: performance.now(),
      effect,
      signal: () => this.#runtime.stopping,
      progress() {},
      canAsk: () => false,
      answer: undefined,
    };
    await pass(call).catch(() => {});
    return accessFor[effect];
  }

  /** What one connection of a principal subscribes with; undefined where nothing can be subscribed to. */
  subscriberOf(caller: Caller): Subscriber | undefined {
    return this.#subscriberWith(this.#runtime, caller);
  }

  #subscriberWith(runtime: Runtime, caller: Caller): Subscriber | undefined {
    const { resources } = this.prepared;
    if (resources.every(({ watch, watchList }) => watch === undefined && watchList === undefined)) return undefined;
    return new Subscriber({ runtime, resources, subscriptions: this.#subscriptions, caller });
  }

  /** Opens the client now instead of on first use. */
  async open(): Promise<void> {
    await this.#holder.get();
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
    const stopping = new ConnectorError("unavailable", "The server is stopping. Call again when it is back.");
    for (const { gates } of [this.#runtime, ...this.#runtime.toolLimits.values()]) gates?.clear(stopping);
  }

  async close(): Promise<void> {
    await this.#subscriptions.close();
    await this.#holder.close();
    this.#runtime.questions.abandonAll();
    this.#runtime.audit?.close();
    await this.#runtime.telemetry?.flush();
  }
}

function rateLimitOf({ rate, http }: ReadOptions<Connector["options"]>["standard"]): RateLimit | undefined {
  const perMinute = rate ?? (http === undefined ? undefined : usualRate);
  return perMinute === undefined ? undefined : new RateLimit(perMinute);
}
