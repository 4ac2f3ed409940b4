import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Credential } from "../credentials.ts";
import { Checked } from "../description/checked.ts";
import type { GraphqlApi } from "../graphql/graphql-api.ts";
import type { Stand } from "../stand.ts";
import { Allowances, allowanceHeaders, resourceOf } from "./allowances.ts";
import type { CredentialsInUse } from "./credentials-in-use.ts";
import { Disturbances, disturbed } from "./disturbances.ts";
import type { Answer, Ask } from "./exchange.ts";
import { readAsk } from "./read-ask.ts";
import { refusal } from "./refusal.ts";
import type { SeenRequest } from "./seen-request.ts";

/**
 * What a client speaks to: reads requests, knows tokens, counts allowances, tags answers, and makes storms. What is answered is
 * the stand's; both sides are held against GitHub's description.
 */
export class Front {
  readonly server: Server;
  readonly requests: SeenRequest[] = [];
  readonly checked = new Checked();
  readonly allowances: Allowances;
  readonly disturbances = new Disturbances();
  readonly #credentials: CredentialsInUse;
  #stand: Stand | undefined;
  #graphql: Promise<GraphqlApi> | undefined;

  constructor(credentials: CredentialsInUse, isPlenty: boolean) {
    this.#credentials = credentials;
    this.allowances = new Allowances(isPlenty);
    this.server = createServer((request, response) => {
      this.#serve(request, response).catch((error: Error) => {
        this.checked.violations.push(`the stand itself failed: ${error.stack}`);
        finish(response, refusal(500, String(error.stack)));
      });
    });
  }

  /** Who answers; the front's address has to be known before there is one. */
  answerBy(stand: Stand): void {
    this.#stand = stand;
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { ask, fault } = await readAsk(request, this.#credentials);
    const disturbance = this.disturbances.take(ask.method, ask.path);
    if (disturbance !== undefined) {
      if (disturbance.afterwards) await this.#stand?.answer(ask);
      this.#note(ask, disturbance.status, 0);
      if (disturbance.status === 0) return void response.destroy();
      return finish(response, disturbed(disturbance));
    }
    const path = this.#stand?.pathOf(ask.path) ?? ask.path;
    const answer = fault ?? (await this.#answer({ ...ask, path }));
    this.#count(ask, answer, response);
  }

  async #answer(ask: Ask): Promise<Answer> {
    if (this.#stand === undefined) throw new Error("asked before there was anybody to answer");
    const resource = resourceOf(ask.path);
    if (this.allowances.of(ask.credential?.token, resource).remaining === 0)
      return refusal(403, `API rate limit exceeded for user ID ${ask.credential?.login}.`);
    if (ask.path === "/rate_limit") return this.#rates(ask.credential);
    if (ask.path === "/graphql") return this.#query(ask, this.#stand);
    const isDescribed = !/^\/(login|storage)\//.test(ask.path);
    const found = isDescribed ? await this.checked.request(ask) : undefined;
    const answer = await this.#stand.answer(ask);
    this.#credentials.learn(ask, answer);
    await this.checked.answer(found, ask, answer);
    return answer;
  }

  async #query(ask: Ask, stand: Stand): Promise<Answer> {
    if (ask.credential === undefined) return refusal(401, "This endpoint requires you to be authenticated.");
    this.#graphql ??= import("../graphql/graphql-api.ts").then(
      ({ GraphqlApi }) => new GraphqlApi(stand, this.checked.violations),
    );
    const api = await this.#graphql;
    return api.answer(ask, () => this.allowances.of(ask.credential?.token, "graphql"));
  }

  /** Sends an answer, or that it is what the client has already, which costs nothing. */
  #count(ask: Ask, answer: Answer, response: ServerResponse): void {
    const resource = resourceOf(ask.path);
    const token = ask.credential?.token;
    const isTagged = ask.method === "GET" && answer.status === 200 && ask.path !== "/rate_limit";
    const etag = isTagged ? tagOf(ask, answer) : undefined;
    const isKnown = etag !== undefined && ask.headers["if-none-match"]?.includes(etag) === true;
    const isFree = isKnown || ask.path === "/rate_limit" || ask.path.startsWith("/login/");
    const allowance = this.allowances.take(token, resource, isFree ? 0 : 1);
    const status = isKnown ? 304 : answer.status;
    this.#note(ask, status, isFree ? 0 : 1);
    finish(response, {
      status,
      headers: {
        ...answer.headers,
        ...(etag === undefined ? {} : { etag, "cache-control": "private, max-age=60, s-maxage=60" }),
        ...allowanceHeaders(resource, allowance),
        ...toldOf(ask.credential),
        "x-github-request-id": `STAND:${this.requests.length}`,
      },
      body: isKnown ? undefined : answer.body,
    });
  }

  #rates(credential: Credential | undefined): Answer {
    const all = this.allowances.all(credential?.token);
    return { status: 200, body: { resources: all, rate: all.core } };
  }

  #note({ method, path, query, headers }: Ask, status: number, cost: number): void {
    const isConditional = headers["if-none-match"] !== undefined;
    this.requests.push({ method, path, query: query.toString(), status, cost, isConditional });
  }
}

function tagOf(ask: Ask, { body }: Answer): string {
  const seen = `${ask.headers.accept} ${Buffer.isBuffer(body) ? body.toString("base64") : JSON.stringify(body)}`;
  return `W/"${createHash("sha256").update(seen).digest("hex")}"`;
}

/** What GitHub says of a token beside each answer. */
function toldOf({ scopes, expires }: Partial<Credential> = {}): Record<string, string> {
  return {
    ...(scopes === undefined ? {} : { "x-oauth-scopes": scopes.join(", ") }),
    ...(expires === undefined ? {} : { "github-authentication-token-expiration": expires }),
  };
}

function finish(response: ServerResponse, { status, headers = {}, body }: Answer): void {
  const isJson = typeof body === "object" && body !== null && !Buffer.isBuffer(body);
  const type = isJson ? "application/json; charset=utf-8" : "text/plain; charset=utf-8";
  const kept = { "content-type": type, ...headers, "x-github-media-type": "github.v3; format=json" };
  response.writeHead(status, kept).end(isJson ? JSON.stringify(body) : body);
}
