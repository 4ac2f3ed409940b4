import { onTestFinished } from "vitest";
import type { Access } from "../src/effects/access.ts";
import type { Authentication } from "../src/http/authentication/authentication.ts";
import { HttpServer } from "../src/http/http-server.ts";
import { httpSettings } from "../src/http/http-settings.ts";
import { readOptions } from "../src/options/read-options.ts";
import { Instance } from "../src/serving/instance.ts";
import { MemoryLog } from "./memory-log.ts";
import { Shelf, shelfConnector } from "./shelf.ts";

/** Admits `Bearer alice:write` as alice, who may write; with `:17` behind it until that second. */
const byName: Authentication = {
  async authenticate(authorization = "") {
    const { principal, access, until } =
      /^Bearer (?<principal>\w+):(?<access>[a-z]+)(?::(?<until>[\d.]+))?$/.exec(authorization)?.groups ?? {};
    const expires = until === undefined ? undefined : Number(until);
    if (principal !== undefined) return { principal, access: access as Access, expires };
    return { status: 401, challenge: "Bearer", message: "Say who you are" };
  },
  insufficient: (needed) => ({
    status: 403,
    challenge: `Bearer error="insufficient_scope", scope="mcp:${needed}"`,
    message: "Too small",
  }),
};

interface SentRequest {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

const meta = {
  "io.modelcontextprotocol/protocolVersion": "2026-07-28",
  "io.modelcontextprotocol/clientInfo": { name: "raw", version: "1" },
  "io.modelcontextprotocol/clientCapabilities": { elicitation: { form: {} } },
};

const usual = {
  "content-type": "application/json",
  accept: "application/json, text/event-stream",
  authorization: "Bearer alice:full",
};

/** The shelf served over HTTP on loopback, in this process, to callers who are who they say. */
export class ShelfOverHttp {
  readonly shelf = new Shelf();
  readonly log = new MemoryLog();
  readonly instance: Instance;
  readonly server: HttpServer;
  port = 0;

  private constructor(
    options: Awaited<ReturnType<typeof readOptions<ReturnType<typeof shelfConnector>["options"]>>>,
    authentication: (port: number) => Authentication,
  ) {
    const settings = httpSettings(options.standard);
    if (settings === undefined) throw new Error("Without --http there is nothing to test");
    const { log } = this;
    this.instance = new Instance(shelfConnector(this.shelf) as never, options, log);
    const { timeout } = options.standard;
    const { instance } = this;
    const slowest = { headersTimeout: 500, requestTimeout: 1000, connectionsCheckingInterval: 100 };
    this.server = new HttpServer({
      instance,
      settings,
      authentication,
      log,
      timeout,
      slowest,
      mostConnections: 80,
    });
  }

  /** Closed with the test that started it. */
  static start(...argv: string[]): Promise<ShelfOverHttp> {
    return ShelfOverHttp.startWith(() => byName, ...argv);
  }

  /** To callers who are found out so. */
  static async startWith(authentication: (port: number) => Authentication, ...argv: string[]): Promise<ShelfOverHttp> {
    const { options } = shelfConnector(new Shelf());
    // Names of others need a token; who calls is found out otherwise here.
    const environment = { DRAWBRIDGE_HTTP_TOKEN: "0123456789abcdef" };
    const served = new ShelfOverHttp(
      await readOptions(options, ["--http", "0", "--access", "full", ...argv], environment),
      authentication,
    );
    served.port = await served.server.listen();
    onTestFinished(async () => {
      served.instance.abortCalls();
      await served.server.close();
      await served.instance.close();
    });
    return served;
  }

  send({ method = "POST", path = "/mcp", headers = {}, body }: SentRequest): Promise<Response> {
    const text = body === undefined || typeof body === "string" ? body : JSON.stringify(body);
    return fetch(`http://127.0.0.1:${this.port}${path}`, {
      method,
      headers: { ...usual, ...headers },
      ...(text === undefined ? {} : { body: text }),
    });
  }

  /** A request of the revision 2026-07-28, which stands for itself. */
  async request(method: string, params: object = {}, headers: Readonly<Record<string, string>> = {}) {
    const name = "name" in params ? { "mcp-name": `${params.name}` } : {};
    const response = await this.send({
      headers: { "mcp-protocol-version": "2026-07-28", "mcp-method": method, ...name, ...headers },
      body: { jsonrpc: "2.0", id: 1, method, params: { ...params, _meta: meta } },
    });
    return { response, message: await messageIn(response) };
  }

  /** Opens a stream of news of 2026-07-28; the answer's body goes on. */
  /** @param until when the caller's token ends, in seconds since 1970 */
  listen(principal: string, signal: AbortSignal, until?: number): Promise<Response> {
    return fetch(`http://127.0.0.1:${this.port}/mcp`, {
      method: "POST",
      signal,
      headers: {
        ...usual,
        authorization: `Bearer ${principal}:read${until === undefined ? "" : `:${until}`}`,
        "mcp-protocol-version": "2026-07-28",
        "mcp-method": "subscriptions/listen",
      },
      body: JSON.stringify({
        jsonrpc: "2.0",
        id: 1,
        method: "subscriptions/listen",
        params: { notifications: { toolsListChanged: true }, _meta: meta },
      }),
    });
  }

  call(name: string, input: object = {}, headers: Readonly<Record<string, string>> = {}) {
    return this.request("tools/call", { name, arguments: input }, headers);
  }

  /** Begins a session of an earlier revision; gives its id. */
  async session(
    authorization = usual.authorization,
    capabilities: object = {},
    protocolVersion = "2025-11-25",
  ): Promise<string> {
    const clientInfo = { name: "raw", version: "1" };
    const response = await this.send({
      headers: { authorization },
      body: {
        jsonrpc: "2.0",
        id: 0,
        method: "initialize",
        params: { protocolVersion, capabilities, clientInfo },
      },
    });
    await response.text();
    return response.headers.get("mcp-session-id") ?? "";
  }

  async inSession(id: string, method: string, params: object = {}, authorization = usual.authorization) {
    const response = await this.send({
      headers: { authorization, "mcp-session-id": id, "mcp-protocol-version": "2025-11-25" },
      body: { jsonrpc: "2.0", id: 1, method, params },
    });
    return { response, message: await messageIn(response) };
  }
}

interface Message {
  readonly result?: Record<string, unknown>;
  readonly error?: { readonly code: number; readonly message: string };
}

/** The last message, of a stream or alone. */
async function messageIn(response: Response): Promise<Message> {
  const text = await response.text();
  const lines = text.split("\n").filter((line) => line.startsWith("data: {"));
  return text === "" ? {} : (JSON.parse(lines.at(-1)?.slice("data: ".length) ?? text) as Message);
}
