import { type AuthInfo, type Server, WebStandardStreamableHTTPServerTransport } from "@modelcontextprotocol/server";
import { nodeCrypto } from "../digest/node-crypto.ts";

/** A comment, which hosts read over. */
const opening = new TextEncoder().encode(": open\n\n");

/** One conversation with a host of the revisions before 2026-07-28, which keep a server to themselves. */
export class Session {
  readonly id = nodeCrypto().randomUUID();
  /** Who began it. Nobody else is served in it. */
  readonly principal: string;
  readonly #transport: WebStandardStreamableHTTPServerTransport;
  readonly #server: Server;
  #underWay = 0;
  #lastUsed = performance.now();

  /** @param closed called once, when it ends in whatever way */
  constructor(principal: string, server: Server, closed: () => void) {
    this.principal = principal;
    this.#server = server;
    this.#transport = new WebStandardStreamableHTTPServerTransport({ sessionIdGenerator: () => this.id });
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
    this.#underWay += 1;
    let response: Response | undefined;
    try {
      response = await this.#transport.handleRequest(request, {
        authInfo,
        ...(parsedBody === undefined ? {} : { parsedBody }),
      });
      if (response.body === null) return response;
      const isQuiet = request.method === "GET" && response.ok;
      return new Response(this.#watched(response.body, isQuiet), response);
    } finally {
      if (response === undefined || response.body === null) this.#done();
    }
  }

  /** Ends the stream by which the server speaks unasked, so that nothing stays open for its sake. */
  endStream(): void {
    this.#transport.closeStandaloneSSEStream();
  }

  async close(): Promise<void> {
    await this.#server.close();
  }

  /** @param isQuiet nothing may be in it for long: Node sends the headers with the first bytes, for which its host waits */
  #watched(body: ReadableStream<Uint8Array>, isQuiet: boolean): ReadableStream<Uint8Array> {
    const reader = body.getReader();
    const done = () => this.#done();
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

  #done(): void {
    this.#underWay -= 1;
    this.#lastUsed = performance.now();
  }
}
