import {
  type JSONRPCMessage,
  type JSONRPCRequest,
  type MessageExtraInfo,
  type RequestId,
  SUBSCRIPTION_ID_META_KEY,
  type Transport,
  type TransportSendOptions,
} from "@modelcontextprotocol/server";
import { publicError } from "../errors/public-error.ts";
import { protocolError } from "../serving/protocol-error.ts";
import type { TracedRequest } from "../telemetry/traced-request.ts";
import { addressesIn } from "./addresses-in.ts";
import { Listen } from "./listen.ts";
import type { Subscriber } from "./subscriber.ts";

interface Envelope {
  readonly id?: RequestId;
  readonly method?: string;
  readonly params?: {
    readonly requestId?: RequestId;
    readonly notifications?: { readonly resourceSubscriptions?: unknown };
    readonly _meta?: Readonly<Record<string, unknown>>;
  };
}

/**
 * Stands between a connection and the SDK, which would acknowledge any address that a `subscriptions/listen` request
 * names. The SDK sees only those that the pipeline lets be subscribed to; it acknowledges and ends requests, and their
 * updates are sent from here.
 */
export class ListenTransport implements Transport {
  onclose?: () => void;
  onerror?: (error: Error) => void;
  onmessage?: (message: JSONRPCMessage, extra?: MessageExtraInfo) => void;
  readonly #wire: Transport;
  readonly #subscriber: Subscriber;
  readonly #listens = new Map<unknown, Listen>();

  constructor(wire: Transport, subscriber: Subscriber) {
    this.#wire = wire;
    this.#subscriber = subscriber;
    wire.onmessage = (message, extra) => this.#receive(message, extra);
    wire.onerror = (error) => this.onerror?.(error);
    wire.onclose = () => {
      this.#endAll();
      this.onclose?.();
    };
  }

  start(): Promise<void> {
    return this.#wire.start();
  }

  send(message: JSONRPCMessage, options?: TransportSendOptions): Promise<void> {
    const sent = this.#wire.send(message, options);
    if (this.#listens.size > 0) this.#follow(message as Envelope);
    return sent;
  }

  async close(): Promise<void> {
    this.#endAll();
    await this.#wire.close();
  }

  #receive(message: JSONRPCMessage, extra: MessageExtraInfo | undefined): void {
    const { id, method, params } = message as Envelope;
    if (method === "subscriptions/listen" && id !== undefined) {
      const uris = addressesIn(params?.notifications?.resourceSubscriptions);
      if (uris.length > 0 || this.#wantsLists(params?.notifications)) {
        this.#listen(message as JSONRPCRequest, uris, extra).catch((error: Error) => this.onerror?.(error));
        return;
      }
    }
    if (method === "notifications/cancelled" && this.#end(params?.requestId)?.isPassedOn === false) return;
    this.onmessage?.(message, extra);
  }

  async #listen(request: JSONRPCRequest, uris: readonly string[], extra: MessageExtraInfo | undefined): Promise<void> {
    const { id, params } = request;
    // No id may be used twice; of a host that does, the last counts.
    this.#end(id);
    try {
      this.#subscriber.assertRoom(uris.length);
    } catch (error) {
      const { code, message, data } = protocolError(publicError(error, "none"));
      await this.#wire.send({ jsonrpc: "2.0", id, error: { code, message, data } });
      return;
    }
    const listen = new Listen();
    this.#listens.set(id, listen);
    const traced = tracedRequestOf(request);
    const granted = await listen.begin(uris, (uri) =>
      this.#subscriber.subscribe(uri, () => this.#tell(listen, id, "notifications/resources/updated", { uri }), traced),
    );
    if (this.#wantsLists(params?.notifications)) {
      const method = "notifications/resources/list_changed";
      listen.follow(this.#subscriber.followLists(() => this.#tell(listen, id, method, {}), traced));
    }
    if (listen.hasEnded) return;
    listen.isPassedOn = true;
    const notifications = { ...(params?.notifications as object), resourceSubscriptions: granted };
    this.onmessage?.({ ...request, params: { ...params, notifications } }, extra);
  }

  /** @param asked what is to be told; nobody has looked at that yet */
  #wantsLists(asked: unknown): boolean {
    const { resourcesListChanged } = (asked ?? {}) as { readonly resourcesListChanged?: unknown };
    return resourcesListChanged === true && this.#subscriber.hasLists;
  }

  async #tell(listen: Listen, id: RequestId, method: string, params: object): Promise<void> {
    await listen.acknowledged;
    if (listen.hasEnded) return;
    const marked = { ...params, _meta: { [SUBSCRIPTION_ID_META_KEY]: id } };
    await this.#wire.send({ jsonrpc: "2.0", method, params: marked });
  }

  /** What the SDK sends tells what became of a request: its acknowledgement, or an answer, which ends it. */
  #follow({ id, method, params }: Envelope): void {
    if (method === undefined) this.#end(id);
    else if (method === "notifications/subscriptions/acknowledged")
      this.#listens.get(params?._meta?.[SUBSCRIPTION_ID_META_KEY])?.acknowledge();
  }

  #end(id: unknown): Listen | undefined {
    const listen = this.#listens.get(id);
    this.#listens.delete(id);
    listen?.end();
    return listen;
  }

  #endAll(): void {
    for (const id of [...this.#listens.keys()]) this.#end(id);
  }
}

/** The revision is what the host claims, and nobody has looked at that yet. */
function tracedRequestOf({ id, method, params }: JSONRPCRequest): TracedRequest {
  return { id, method, revision: undefined, sessionId: undefined, transport: "pipe", meta: params?._meta };
}
