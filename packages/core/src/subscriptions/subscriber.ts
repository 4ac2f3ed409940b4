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

  /**
   * @param deliver tells the host that the address changed; resolves when the host has taken it
   * @param request the host's own, for its trace
   */
  subscribe(uri: string, deliver: () => Promise<void>, request?: TracedRequest): Subscribed {
    const ending = new AbortController();
    const end = () => ending.abort();
    const begun = this.#begin(uri, deliver, ending.signal, request);
    begun.catch(end);
    return { begun, end };
  }

  async #begin(
    uri: string,
    deliver: () => Promise<void>,
    ending: AbortSignal,
    request: TracedRequest | undefined,
  ): Promise<void> {
    const { runtime, resources, caller } = this.#options;
    const { principal, access, requestId } = caller;
    if (uri.length > longestAddress) {
      throw new ConnectorError("invalid_input", `An address has at most ${longestAddress} characters.`);
    }
    const { name, watch, read } = resourceAt(resources, uri);
    const operation: Operation = {
      kind: "subscription",
      name,
      title: name,
      lowestEffect: "read",
      effectOf: () => "read",
      parse: (input) => input,
      invoke: async (call) => {
        if (watch === undefined) return this.#refuse(call, read);
        const begin: BeginWatch = async (listener, signal) =>
          watch(uri, listener, { ...(await callContext(call)), signal });
        await this.#join({ principal, uri, resource: name, begin }, deliver, { ending, starting: call.signal() });
        return { kind: "list", items: [] };
      },
    };
    await pass({
      runtime,
      operation,
      principal,
      access,
      sent: uri,
      input: uri,
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

  /** An address that cannot be watched, or that no resource has: reading the latter says so. */
  async #refuse(call: Call, read: Operation): Promise<never> {
    if (read.name === "unknown") await read.invoke(call);
    throw new ConnectorError("refused", `${read.name} cannot be subscribed to, only read.`);
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
