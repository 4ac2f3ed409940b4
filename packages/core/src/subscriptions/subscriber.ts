import type { CallContext } from "../define/call-context.ts";
import type { Watch, WatchListener } from "../define/resource.ts";
import { ConnectorError } from "../errors/connector-error.ts";
import type { Caller } from "../http/authentication/caller.ts";
import type { Call } from "../pipeline/call.ts";
import type { Operation } from "../pipeline/operation.ts";
import { pass } from "../pipeline/pipeline.ts";
import { callContext } from "../serving/call-context.ts";
import { callReference } from "../serving/call-reference.ts";
import type { PreparedResource } from "../serving/prepared.ts";
import { resourceAt } from "../serving/resource-at.ts";
import type { Runtime } from "../serving/runtime.ts";
import type { TracedRequest } from "../telemetry/traced-request.ts";
import type { BeginWatch } from "./shared-watch.ts";
import { Subscription } from "./subscription.ts";
import type { Membership, Subscriptions, Watched } from "./subscriptions.ts";

/** Subscriptions of one connection. */
const mostSubscriptions = 256;

/** Characters: more than the longest path of a file takes in an address. They are held as long as the subscription is. */
const longestAddress = 16_384;

interface SubscriberOptions {
  readonly runtime: Runtime;
  readonly resources: readonly PreparedResource[];
  readonly subscriptions: Subscriptions;
  readonly caller: Caller;
}

/** What is to be watched. */
interface Watching {
  readonly name: string;
  /** What tells it from others. */
  readonly address: string;
  /** Undefined where it cannot be watched. */
  readonly begin: ((listener: WatchListener, context: CallContext<unknown>) => Promise<Watch>) | undefined;
  readonly read?: Operation;
}

/** A subscription that was asked for. */
export interface Subscribed {
  /** Resolves when changes are heard of. Rejects with a ConnectorError when they may not, or cannot, be. */
  readonly begun: Promise<void>;
  /** Ends it, also while it begins. */
  end(): void;
}

/** What one connection subscribes to: each address is authorised by the pipeline that a reading of it passes. */
export class Subscriber {
  readonly #options: SubscriberOptions;
  readonly #memberships = new Set<Membership>();

  constructor(options: SubscriberOptions) {
    this.#options = options;
  }

  /** Throws `refused` unless so many more have room. */
  assertRoom(wanted: number): void {
    const room = Math.min(mostSubscriptions - this.#memberships.size, this.#options.subscriptions.room);
    if (wanted <= room) return;
    throw new ConnectorError(
      "refused",
      `There is room for ${room} more subscriptions, and ${wanted} were asked for. End others first, or ask for fewer.`,
    );
  }

  /** Whether hosts can be told that a list changed. */
  get hasLists(): boolean {
    return this.#options.resources.some(({ watchList }) => watchList !== undefined);
  }

  /**
   * @param deliver tells the host that the address changed; resolves when the host has taken it
   * @param request the host's own, for its trace
   */
  subscribe(uri: string, deliver: () => Promise<void>, request?: TracedRequest): Subscribed {
    return ended((ending) => this.#subscribeTo(uri, deliver, ending, request));
  }

  /** Follows the lists of all resources, as far as they can be. Nobody is told which of them changed. */
  followLists(deliver: () => Promise<void>, request?: TracedRequest): Subscribed {
    return ended(async (ending) => {
      const lists = this.#options.resources.flatMap(({ name, watchList }) =>
        watchList === undefined ? [] : [{ name: `${name}.list`, watchList }],
      );
      const followed = lists.map(({ name, watchList }) => {
        const watch: Watching = { name, address: name, begin: (listener, context) => watchList(listener, context) };
        return this.#begin(watch, deliver, ending, request);
      });
      // One that cannot be watched is recorded, and keeps the others from nothing.
      await Promise.allSettled(followed);
    });
  }

  async #subscribeTo(
    uri: string,
    deliver: () => Promise<void>,
    ending: AbortSignal,
    request: TracedRequest | undefined,
  ): Promise<void> {
    if (uri.length > longestAddress) {
      throw new ConnectorError("invalid_input", `An address has at most ${longestAddress} characters.`);
    }
    const { name, watch, read } = resourceAt(this.#options.resources, uri);
    const begin: Watching["begin"] = watch && ((listener, context) => watch(uri, listener, context));
    await this.#begin({ name, address: uri, begin, read }, deliver, ending, request);
  }

  async #begin(
    { name, address, begin, read }: Watching,
    deliver: () => Promise<void>,
    ending: AbortSignal,
    request: TracedRequest | undefined,
  ): Promise<void> {
    const { runtime, caller } = this.#options;
    const { principal, access, requestId } = caller;
    const operation: Operation = {
      kind: "subscription",
      name,
      title: name,
      lowestEffect: "read",
      effectOf: () => "read",
      parse: (input) => input,
      invoke: async (call) => {
        if (begin === undefined) return refuse(call, read);
        const beginWatch: BeginWatch = async (listener, signal) =>
          begin(listener, { ...(await callContext(call)), signal, cancellation: signal });
        const watched = { principal, uri: address, resource: name, begin: beginWatch };
        await this.#join(watched, deliver, { ending, starting: call.signal() });
        return { kind: "list", items: [] };
      },
    };
    await pass({
      runtime,
      operation,
      principal,
      access,
      sent: address,
      input: address,
      reference: callReference(),
      requestId,
      arrived: performance.now(),
      effect: "read",
      signal: () => ending,
      progress() {},
      canAsk: () => false,
      answer: undefined,
      request,
    });
  }

  /** @param signals when the subscription ends, and when it is given up before it has begun */
  async #join(
    watched: Watched,
    deliver: () => Promise<void>,
    { ending, starting }: { readonly ending: AbortSignal; readonly starting: AbortSignal },
  ): Promise<void> {
    this.assertRoom(1);
    const membership = this.#options.subscriptions.join(watched, new Subscription(deliver));
    this.#memberships.add(membership);
    const leave = () => {
      this.#memberships.delete(membership);
      membership.leave();
    };
    ending.addEventListener("abort", leave);
    starting.addEventListener("abort", leave);
    try {
      await membership.begun;
    } catch (error) {
      leave();
      throw error;
    } finally {
      starting.removeEventListener("abort", leave);
    }
  }
}

/** Work that goes on until it is ended, or fails. */
function ended(work: (ending: AbortSignal) => Promise<void>): Subscribed {
  const ending = new AbortController();
  const end = () => ending.abort();
  const begun = work(ending.signal);
  begun.catch(end);
  return { begun, end };
}

/** An address that cannot be watched, or that no resource has: reading the latter says so. */
async function refuse(call: Call, read: Operation | undefined): Promise<never> {
  if (read?.name === "unknown") await read.invoke(call);
  throw new ConnectorError("refused", `${call.operation.name} cannot be subscribed to, only read.`);
}
