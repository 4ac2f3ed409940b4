import {
  type AuthInfo,
  createMcpHandler,
  type JSONRPCRequest,
  type McpServerFactory,
} from "@modelcontextprotocol/server";
import { ConnectorError } from "../errors/connector-error.ts";
import { publicError } from "../errors/public-error.ts";
import { protocolError } from "../serving/protocol-error.ts";
import { addressesIn } from "../subscriptions/addresses-in.ts";
import { Listen } from "../subscriptions/listen.ts";
import type { Subscriber } from "../subscriptions/subscriber.ts";
import { atExpiry } from "./at-expiry.ts";
import { callerIn } from "./auth-info.ts";

/** Streams of one principal, and of all. Each holds a connection. */
const mostOfPrincipal = 64;
const mostStreams = 1024;

interface OpenStream {
  readonly principal: string;
  end(): void;
}

/**
 * The `subscriptions/listen` streams of hosts that speak 2026-07-28. The SDK would deliver whatever is published for an
 * address to all who name it. Here each stream has a handler to itself, to which only those changes come that its own
 * principal was authorised to hear of.
 */
export class ListenStreams {
  readonly #factory: McpServerFactory;
  readonly #open = new Set<OpenStream>();

  /** @param factory makes a server that can be asked for its capabilities */
  constructor(factory: McpServerFactory) {
    this.#factory = factory;
  }

  async serve(
    request: Request,
    message: JSONRPCRequest,
    { authInfo, subscriber }: { readonly authInfo: AuthInfo; readonly subscriber: Subscriber | undefined },
  ): Promise<Response> {
    const { params } = message;
    const asked = (params?.notifications ?? {}) as {
      readonly resourceSubscriptions?: unknown;
      readonly resourcesListChanged?: unknown;
    };
    const uris = subscriber === undefined ? [] : addressesIn(asked.resourceSubscriptions);
    const { principal, expires } = callerIn(authInfo);
    try {
      this.#assertRoom(principal);
      subscriber?.assertRoom(uris.length);
    } catch (error) {
      const { code, message: problem, data } = protocolError(publicError(error, "none"));
      return Response.json({ jsonrpc: "2.0", id: message.id, error: { code, message: problem, data } });
    }
    const handler = createMcpHandler(this.#factory, { legacy: "reject" });
    const listen = new Listen();
    const stream: OpenStream = {
      principal,
      end: () => {
        this.#open.delete(stream);
        forget();
        listen.end();
        void handler.close();
      },
    };
    const forget = atExpiry(expires, () => stream.end());
    this.#open.add(stream);
    request.signal.addEventListener("abort", () => stream.end(), { once: true });
    const granted = await listen.begin(uris, (uri) =>
      (subscriber as Subscriber).subscribe(uri, async () => {
        await listen.acknowledged;
        if (!listen.hasEnded) handler.notify.resourceUpdated(uri);
      }),
    );
    if (asked.resourcesListChanged === true && subscriber?.hasLists) {
      const deliver = async () => {
        await listen.acknowledged;
        if (!listen.hasEnded) handler.notify.resourcesChanged();
      };
      listen.follow(subscriber.followLists(deliver));
    }
    // The host may have gone while its addresses were authorised.
    if (listen.hasEnded) return new Response(null, { status: 499 });
    const parsedBody = {
      ...message,
      params: { ...params, notifications: { ...asked, resourceSubscriptions: granted } },
    };
    const response = await handler.fetch(request, { authInfo, parsedBody });
    // The SDK's acknowledgement is the first thing in the stream, and what comes now stands behind it.
    if (response.ok) listen.acknowledge();
    else stream.end();
    return response;
  }

  /** Throws `rate_limited` when one more would be too many. */
  #assertRoom(principal: string): void {
    const own = [...this.#open].filter((stream) => stream.principal === principal).length;
    if (own < mostOfPrincipal && this.#open.size < mostStreams) return;
    const message = "Too many streams wait for news already. End one, or name more addresses in one.";
    throw new ConnectorError("rate_limited", message, { retryAfter: 60 });
  }

  endAll(): void {
    for (const stream of [...this.#open]) stream.end();
  }
}
