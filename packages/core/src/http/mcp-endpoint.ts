import {
  type AuthInfo,
  createMcpHandler,
  isJSONRPCRequest,
  isLegacyRequest,
  type JSONRPCRequest,
  type McpServerFactory,
} from "@modelcontextprotocol/server";
import type { Access } from "../effects/access.ts";
import type { Log } from "../logging/log.ts";
import { hasProtoKey } from "../serving/has-proto-key.ts";
import type { Instance } from "../serving/instance.ts";
import { callerIn, callerOf } from "./auth-info.ts";
import type { Authentication } from "./authentication/authentication.ts";
import { authenticationFor } from "./authentication/authentication-for.ts";
import type { Caller } from "./authentication/caller.ts";
import { beginsNothing } from "./begins-nothing.ts";
import { ListenStreams } from "./listen-streams.ts";
import { refusalResponse } from "./refusal-response.ts";
import { Sessions } from "./sessions.ts";

const parseError = -32_700;
const invalidParams = -32_602;

interface EndpointOptions {
  readonly instance: Instance;
  readonly authentication: Authentication;
  readonly log: Log;
}

/**
 * `/mcp`, for requests whose caller is known: those of 2026-07-28 each served for itself, those of earlier revisions in
 * their sessions.
 */
export class McpEndpoint {
  readonly #instance: Instance;
  readonly #authentication: Authentication;
  readonly #modern: ReturnType<typeof createMcpHandler>;
  readonly #sessions: Sessions;
  readonly #streams: ListenStreams;
  #draining = false;

  constructor({ instance, authentication, log }: EndpointOptions) {
    this.#instance = instance;
    this.#authentication = authentication;
    // Whoever asks what can be subscribed to is told the same; a stream is what a subscriber is for.
    const bind = (caller: Caller) => instance.bind(callerOf, instance.subscriberOf(caller));
    const onerror = (error: Error) => log.write("debug", { event: "transport", err: error });
    const factory: McpServerFactory = ({ authInfo }) => bind(callerIn(authInfo));
    this.#modern = createMcpHandler(factory, { legacy: "reject", onerror });
    this.#sessions = new Sessions({ bind });
    this.#streams = new ListenStreams(factory);
  }

  /** @param options what authentication found out, as `authInfoOf` made it */
  readonly fetch = async (request: Request, { authInfo }: { readonly authInfo?: AuthInfo } = {}): Promise<Response> => {
    if (authInfo === undefined) throw new Error("A request came past authentication");
    if (request.method !== "POST") return this.#sessions.handle(request, authInfo, undefined);
    if (!/^application\/json\s*(;|$)/i.test(request.headers.get("content-type") ?? "")) {
      return refusalResponse(415, "Send the message with Content-Type: application/json");
    }
    const text = await request.text();
    const body = parsed(text);
    if (body === undefined) return refusalResponse(400, "The body is no JSON", parseError);
    if (this.#draining && !beginsNothing(body)) return refusalResponse(503, "The server is not open", undefined, 5);
    if (hasProtoKey(body, text)) return refusalResponse(400, 'No argument is called "__proto__"', invalidParams);
    const challenge = await this.#challenge(body, callerIn(authInfo), request.headers.get("host"));
    if (challenge !== undefined) return challenge;
    if (await isLegacyRequest(request, body)) return this.#sessions.handle(request, authInfo, body);
    if (isJSONRPCRequest(body) && body.method === "subscriptions/listen") {
      const subscriber = this.#instance.subscriberOf(callerIn(authInfo));
      return this.#streams.serve(request, body, { authInfo, subscriber });
    }
    return this.#modern.fetch(request, { authInfo, parsedBody: body });
  };

  /** Begins nothing more, and ends what stays open for news alone. Requests that run go on. */
  drain(): void {
    this.#draining = true;
    this.#streams.endAll();
    this.#sessions.endStreams();
  }

  async close(): Promise<void> {
    this.drain();
    await Promise.all([this.#modern.close(), this.#sessions.close()]);
  }

  /** HTTP's own answer to a call that the server would allow and the token does not: the host can get a better one. */
  async #challenge(body: unknown, caller: Caller, host: string | null): Promise<Response | undefined> {
    const calls = (Array.isArray(body) ? body : [body]).filter(isToolCall);
    for (const { params } of calls) {
      const needed = await this.#instance.refusedForToken(`${params?.name}`, params?.arguments, caller);
      if (needed !== undefined) return this.#insufficient(needed, host);
    }
    return undefined;
  }

  #insufficient(needed: Access, host: string | null): Response {
    const { status, message, challenge } = authenticationFor(host, this.#authentication).insufficient(needed);
    const response = refusalResponse(status, message);
    if (challenge !== undefined) response.headers.set("www-authenticate", challenge);
    return response;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isToolCall(message: unknown): message is JSONRPCRequest {
  return typeof message === "object" && message !== null && "method" in message && message.method === "tools/call";
}
