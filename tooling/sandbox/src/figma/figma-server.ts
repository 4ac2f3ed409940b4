import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import { CheckedExchanges } from "./description/checked-exchanges.ts";
import { type Answer, type Ask, refused } from "./exchange.ts";
import type { FigmaState } from "./figma-state.ts";
import { Limits } from "./limits.ts";
import type { Route } from "./routes/route.ts";
import { routes } from "./routes/routes.ts";
import type { StandFile } from "./stand-file.ts";
import type { StandToken } from "./stand-token.ts";

/** A request that was answered. */
export interface SeenRequest {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly status: number;
}

interface Settings {
  readonly isPlenty: boolean;
  /** Whether requests and answers are held against Figma's description, which takes its time for large documents. */
  readonly isChecked: boolean;
}

/** What a client speaks to: knows tokens, counts limits, and holds both sides against Figma's description. */
export class FigmaServer {
  readonly server: Server;
  readonly requests: SeenRequest[] = [];
  readonly checked = new CheckedExchanges();
  readonly limits: Limits;
  url = "";
  readonly #state: FigmaState;
  readonly #isChecked: boolean;

  constructor(state: FigmaState, { isPlenty, isChecked }: Settings) {
    this.#state = state;
    this.#isChecked = isChecked;
    this.limits = new Limits(isPlenty);
    this.server = createServer((request, response) => {
      this.#serve(request, response).catch((error: Error) => {
        this.checked.violations.push(`the stand itself failed: ${error.stack}`);
        send(request, response, refused(500, "The stand failed"));
      });
    });
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = "GET" } = request;
    // What a company's gateway before the API takes away.
    const given = request.url?.replace(/^\/figma(?=\/)/, "") ?? "/";
    const { pathname: path, searchParams: query } = new URL(given, this.url);
    const stored = this.#state.stored.get(/^\/stored\/([\w-]+)$/.exec(path)?.[1] ?? "");
    if (stored !== undefined) {
      if (request.headers["x-figma-token"] ?? request.headers.authorization)
        this.checked.violations.push("a token was sent to where images are stored");
      this.requests.push({ method, path: given, status: 200 });
      return void response.writeHead(200, { "content-type": stored.type }).end(stored.bytes);
    }
    const token = this.#tokenOf(request);
    const body = await bodyOf(request);
    const answer =
      token === undefined ? this.#unknown(request) : await this.#answer({ method, path, query, body, token });
    this.requests.push({ method, path: given, status: answer.status });
    send(request, response, answer);
  }

  #tokenOf({ headers }: IncomingMessage): StandToken | undefined {
    const bearer = /^Bearer (.+)$/.exec(headers.authorization ?? "")?.[1];
    const token = this.#state.tokens.get(String(headers["x-figma-token"] ?? bearer ?? ""));
    return token?.isOAuth === (bearer !== undefined) || token?.isOAuth === undefined ? token : undefined;
  }

  /** Figma answers 403 to a token that it does not know, and only the newer endpoints 401. */
  #unknown({ url = "" }: IncomingMessage): Answer {
    return url.includes("dev_resources") ? refused(401, "Invalid token", true) : refused(403, "Invalid token");
  }

  async #answer(ask: Ask): Promise<Answer> {
    const storm = this.limits.storm(ask.path);
    if (storm !== undefined) return storm;
    const found = this.#isChecked ? await this.checked.request(ask) : undefined;
    const answer = this.#routed(ask);
    await this.checked.answer(found, ask, answer);
    return answer;
  }

  #routed(ask: Ask): Answer {
    const route = routes.find(({ method, path }) => method === ask.method && path.test(ask.path));
    if (route === undefined) return refused(404, "Not found");
    const parts = (route.path.exec(ask.path) ?? []).slice(1).map(decodeURIComponent);
    const file = route.isOfFile ? this.#fileOf(parts[0] ?? "", ask.token) : undefined;
    return (
      this.#refusal(route, ask, file) ??
      route.answer({ ...ask, parts, state: this.#state, url: this.url, file: file as StandFile })
    );
  }

  #fileOf(key: string, { login }: StandToken): StandFile | undefined {
    const file = this.#state.files.get(key);
    return file?.readers === undefined || file.readers.includes(login) ? file : undefined;
  }

  #refusal(
    { scope, isOfFile, isBoolean, tier }: Route,
    { token, path }: Ask,
    file: StandFile | undefined,
  ): Answer | undefined {
    if (token.scopes !== undefined && !token.scopes.includes(scope))
      return refused(
        403,
        `Invalid scope(s): ${token.scopes.join(", ")}. This endpoint requires the ${scope} scope`,
        isBoolean,
      );
    const limited = this.limits.take(token, file, tier);
    if (limited !== undefined) return limited;
    if (!isOfFile || file !== undefined) return undefined;
    const isThere = this.#state.files.has(/\/(?:files|images)\/([^/]+)/.exec(path)?.[1] ?? "");
    return isThere ? refused(403, "File not accessible", isBoolean) : refused(404, "Not found", isBoolean);
  }
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  return text === "" ? undefined : JSON.parse(text);
}

function send(request: IncomingMessage, response: ServerResponse, { status, headers = {}, body }: Answer): void {
  const text = typeof body === "string" ? body : body === undefined ? "" : JSON.stringify(body);
  const isPacked = text.length > 1024 && String(request.headers["accept-encoding"]).includes("gzip");
  response.writeHead(status, {
    "content-type": "application/json; charset=utf-8",
    ...headers,
    ...(isPacked ? { "content-encoding": "gzip" } : {}),
  });
  response.end(isPacked ? gzipSync(text, { level: 1 }) : text);
}
