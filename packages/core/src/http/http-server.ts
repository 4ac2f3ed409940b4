import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { toNodeHandler } from "@modelcontextprotocol/node";
import type { Log } from "../logging/log.ts";
import type { Instance } from "../serving/instance.ts";
import { authInfoOf } from "./auth-info.ts";
import type { Authentication } from "./authentication/authentication.ts";
import { authenticationFor } from "./authentication/authentication-for.ts";
import type { Challenge } from "./authentication/challenge.ts";
import { boundConnections } from "./bound-connections.ts";
import { checkAddress } from "./check-address.ts";
import { allowCrossOrigin, preflightHeaders } from "./cross-origin.ts";
import { type HttpAnswer, sendAnswer } from "./http-answer.ts";
import type { HttpSettings } from "./http-settings.ts";
import { McpEndpoint } from "./mcp-endpoint.ts";
import { Readiness } from "./readiness.ts";
import { refusal } from "./refusal.ts";
import { requestId } from "./request-id.ts";

/** Who sends a header or a body slower than this holds a connection for nothing. Milliseconds. */
const slowest = { headersTimeout: 10_000, requestTimeout: 30_000, connectionsCheckingInterval: 2000 };
const largestHeader = 16 * 1024;
const largestBody = 4 * 1024 * 1024;
const mostConnections = 2048;

/** Milliseconds that the last answers have to leave. */
const lastWords = 500;

interface HttpServerOptions {
  readonly instance: Instance;
  readonly settings: HttpSettings;
  /** Opened once the port is known, which clients may be told. */
  readonly authentication: (port: number) => Authentication;
  readonly log: Log;
  /** Milliseconds that a call may take: a connection on which nothing moves for much longer is given up. */
  readonly timeout: number;
  /** In place of the usual ones. */
  readonly slowest?: typeof slowest;
  readonly mostConnections?: number;
}

/** A connector's HTTP server: who may come in is decided here, from the headers alone, before a body is read. */
export class HttpServer {
  readonly #options: HttpServerOptions;
  readonly #server: Server;
  readonly #readiness: Readiness;
  readonly #underWay = new Set<ServerResponse>();
  /** Whose clients send the body once they are told to go on. */
  readonly #withheld = new WeakSet<ServerResponse>();
  #door: { readonly authentication: Authentication; readonly endpoint: McpEndpoint } | undefined;
  #draining = false;
  #whenIdle: (() => void) | undefined;

  constructor(options: HttpServerOptions) {
    const { instance, log, timeout } = options;
    this.#options = options;
    this.#readiness = new Readiness(
      () => instance.check(),
      (error) => log.write("warn", { event: "not ready", err: error }),
    );
    this.#server = createServer(
      { ...slowest, ...options.slowest, maxHeaderSize: largestHeader },
      (request, response) => {
        this.#handle(request, response).catch((error: unknown) => this.#failed(response, error));
      },
    );
    // Node itself would call for the body before anybody knows who sends it.
    this.#server.on("checkContinue", (request, response) => {
      this.#withheld.add(response);
      this.#server.emit("request", request, response);
    });
    // Node passes over headers beyond a number in silence, and what is not seen is not checked; their size is bounded.
    this.#server.maxHeadersCount = 0;
    boundConnections(this.#server, options.mostConnections ?? mostConnections);
    this.#server.setTimeout(timeout + 60_000);
  }

  /** Resolves with the port. Rejects with the system's error, or authentication's. */
  async listen(): Promise<number> {
    const { instance, log, settings } = this.#options;
    const port = await new Promise<number>((resolve, reject) => {
      this.#server.once("error", reject);
      this.#server.listen(settings.listen, () => resolve((this.#server.address() as AddressInfo).port));
    });
    const authentication = this.#options.authentication(port);
    this.#door = { authentication, endpoint: new McpEndpoint({ instance, authentication, log }) };
    return port;
  }

  /** Refuses what comes from now on; resolves when what runs is answered, or the time is up. */
  drain(milliseconds: number): Promise<void> {
    this.#draining = true;
    this.#door?.endpoint.drain();
    if (this.#underWay.size === 0) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.#whenIdle = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  async close(): Promise<void> {
    await this.#door?.endpoint.close();
    // What was said last has yet to be sent.
    await this.drain(lastWords);
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const id = requestId(request.headers["x-request-id"]);
    response.setHeader("x-request-id", id);
    const misaddressed = checkAddress(request, this.#options.settings);
    if (misaddressed !== undefined) return sendAnswer(response, misaddressed);
    allowCrossOrigin(request, response);
    const path = (request.url ?? "").replace(/\?.*/, "");
    if (path !== "/mcp") return sendAnswer(response, await this.#besides(path, request));
    if (request.method === "OPTIONS") return sendAnswer(response, { status: 204, headers: preflightHeaders });
    const door = this.#door;
    if (door === undefined || (this.#draining && !mayEndSomething(request))) {
      return sendAnswer(response, refusal(503, "The server is not open", { headers: { "retry-after": "5" } }));
    }
    if (!["GET", "POST", "DELETE"].includes(request.method ?? "")) {
      return sendAnswer(response, refusal(405, "Use POST", { headers: { allow: "GET, POST, DELETE" } }));
    }
    if ((request.headersDistinct.authorization ?? []).length > 1) {
      return sendAnswer(response, refusal(400, "Send one Authorization alone"));
    }
    const caller = await authenticationFor(request.headers.host, door.authentication).authenticate(
      request.headers.authorization,
    );
    if (!("principal" in caller)) return sendAnswer(response, challengeAnswer(caller));
    if (request.method === "POST") this.#track(response);
    if (this.#withheld.has(response)) response.writeContinue();
    const authenticated = Object.assign(request, { auth: authInfoOf(caller, id) });
    await toNodeHandler(door.endpoint, { maxRequestBodySize: largestBody })(authenticated as never, response);
  }

  /** What is no business of the protocol. */
  async #besides(path: string, { method, headers }: IncomingMessage): Promise<HttpAnswer> {
    const metadata = this.#door && authenticationFor(headers.host, this.#door.authentication).metadata;
    const isRead = method === "GET" || method === "HEAD";
    if (path === "/healthz" && isRead) return { status: 200, body: { status: "ok" } };
    if (path === "/readyz" && isRead) {
      return this.#draining ? { status: 503, body: { status: "stopping" } } : this.#readiness.answer();
    }
    if (metadata?.paths.includes(path) && isRead) return { status: 200, body: metadata.document };
    return refusal(404, "There is nothing here. The protocol is spoken at /mcp");
  }

  #track(response: ServerResponse): void {
    this.#underWay.add(response);
    response.once("close", () => {
      this.#underWay.delete(response);
      if (this.#underWay.size === 0) this.#whenIdle?.();
    });
  }

  #failed(response: ServerResponse, error: unknown): void {
    this.#options.log.write("error", { event: "http", err: error });
    if (response.headersSent) response.destroy();
    else sendAnswer(response, refusal(500, "The server failed; its log says why"));
  }
}

function challengeAnswer({ status, challenge, message, retryAfter }: Challenge): HttpAnswer {
  return refusal(status, message, {
    headers: {
      ...(challenge === undefined ? {} : { "www-authenticate": challenge }),
      ...(retryAfter === undefined ? {} : { "retry-after": `${retryAfter}` }),
    },
  });
}

/** Whether an answer may be in it that a running call waits for. The endpoint knows once it has read the body. */
function mayEndSomething({ method, headers }: IncomingMessage): boolean {
  return method === "POST" && headers["mcp-session-id"] !== undefined;
}
