import {
  type AuthInfo,
  type RequestId,
  type Server,
  WebStandardStreamableHTTPServerTransport,
} from "@modelcontextprotocol/server";
import { nodeCrypto } from "../digest/node-crypto.ts";
import { atExpiry } from "./at-expiry.ts";
import { callerIn } from "./auth-info.ts";
import { refusalResponse } from "./refusal-response.ts";

/** A comment, which hosts read over. */
const opening = new TextEncoder().encode(": open\n\n");

const invalidRequest = -32_600;
const serverError = -32_000;
const cancelled = "notifications/cancelled";

interface Message {
  readonly id?: RequestId;
  readonly method?: unknown;
  readonly params?: { readonly requestId?: unknown };
}

interface Answered {
  readonly isQuiet: boolean;
  /** The request that a stream is the answer to. */
  readonly asked: RequestId | undefined;
}

/** One conversation with a host of the revisions before 2026-07-28, which keep a server to themselves. */
export class Session {
  readonly id = nodeCrypto().randomUUID();
  /** Who began it. Nobody else is served in it. */
  readonly principal: string;
  readonly #transport: WebStandardStreamableHTTPServerTransport;
  readonly #server: Server;
  /** Requests that came alone; of a batch only the whole is answered. */
  readonly #unanswered = new Set<RequestId>();
  #underWay = 0;
  #lastUsed = performance.now();

  /** @param closed called once, when it ends in whatever way */
  constructor(principal: string, server: Server, closed: () => void) {
    this.principal = principal;
    this.#server = server;
    this.#transport = new WebStandardStreamableHTTPServerTransport({
      sessionIdGenerator: () => this.id,
      onsessionclosed: () => this.#answerOpen("The session was ended"),
    });
    this.#transport.onclose = closed;
  }

  /** Milliseconds since it was last used; 0 while a request or a stream of it is open. */
  get idle(): number {
    return this.#underWay > 0 ? 0 : performance.now() - this.#lastUsed;
  }

  async begin(): Promise<void> {
    await this.#server.connect(this.#transport);
  }

  /** A request of its own principal. It is in use until the answer has been sent whole. */
  async handle(request: Request, authInfo: AuthInfo, parsedBody: unknown): Promise<Response> {
    const messages = messagesIn(parsedBody);
    const { id, method } = messages.length === 1 ? (messages[0] as Message) : {};
    const asked = method === undefined ? undefined : id;
    if (asked !== undefined && this.#unanswered.has(asked)) {
      return refusalResponse(400, "A request of that id is under way in this session already", invalidRequest);
    }
    if (asked !== undefined) this.#unanswered.add(asked);
    this.#underWay += 1;
    let response: Response | undefined;
    try {
      response = await this.#transport.handleRequest(request, {
        authInfo,
        ...(parsedBody === undefined ? {} : { parsedBody }),
      });
      // Nothing more comes for a request that was given up, and its stream would stay open for ever.
      for (const { method, params } of messages) if (method === cancelled) this.#giveUp(params?.requestId);
      if (response.body === null) return response;
      const isQuiet = request.method === "GET" && response.ok;
      if (isQuiet) atExpiry(callerIn(authInfo).expires, () => this.endStream());
      return new Response(this.#watched(response.body, { isQuiet, asked }), response);
    } finally {
      if (response === undefined || response.body === null) this.#done(asked);
    }
  }

  /** Ends the stream by which the server speaks unasked, so that nothing stays open for its sake. */
  endStream(): void {
    this.#transport.closeStandaloneSSEStream();
  }

  /** What is still unanswered, such as a call that waits for a person, is told so. */
  async close(): Promise<void> {
    await this.#answerOpen("The server is stopping");
    await this.#server.close();
  }

  async #answerOpen(message: string): Promise<void> {
    const error = { code: serverError, message };
    for (const id of this.#unanswered) await this.#transport.send({ jsonrpc: "2.0", id, error }).catch(() => {});
  }

  #giveUp(id: unknown): void {
    if (isId(id) && this.#unanswered.has(id)) this.#transport.closeSSEStream(id);
  }

  /** @param isQuiet nothing may be in it for long: Node sends the headers with the first bytes, for which its host waits */
  #watched(body: ReadableStream<Uint8Array>, { isQuiet, asked }: Answered): ReadableStream<Uint8Array> {
    const reader = body.getReader();
    const done = () => this.#done(asked);
    return new ReadableStream({
      start(controller) {
        if (isQuiet) controller.enqueue(opening);
      },
      async pull(controller) {
        const { done: ended, value } = await reader.read();
        if (ended) {
          done();
          controller.close();
        } else {
          controller.enqueue(value);
        }
      },
      async cancel(reason) {
        done();
        await reader.cancel(reason);
      },
    });
  }

  #done(asked: RequestId | undefined): void {
    if (asked !== undefined) this.#unanswered.delete(asked);
    this.#underWay -= 1;
    this.#lastUsed = performance.now();
  }
}

/** Revisions before 2025-06-18 have batches. */
function messagesIn(body: unknown): readonly Message[] {
  return (Array.isArray(body) ? body : [body])
    .filter((message) => typeof message === "object" && message !== null)
    .map(({ id, ...message }: Message) => (isId(id) ? { ...message, id } : message));
}

function isId(id: unknown): id is RequestId {
  return typeof id === "string" || typeof id === "number";
}
