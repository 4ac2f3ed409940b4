import type { Octokit } from "@octokit/rest";
import type { KnownAnswer } from "./answer-cache.ts";
import { AnswerCache } from "./answer-cache.ts";
import { Flights } from "./flights.ts";
import { type Allowance, Quota } from "./quota.ts";

/** GitHub's answer with its body as it was sent. */
export interface ApiAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** For whom a request is made. */
export interface Requester {
  /** What is remembered of answers is this one's alone. */
  readonly principal: string;
  readonly signal: AbortSignal;
  /** The request waits so many seconds until GitHub takes it again. */
  waiting(seconds: number): void;
  /** One request was answered, and counted or not. */
  spent(cost: 0 | 1, allowance: Allowance | undefined): void;
  /** Whether redirects are followed, to where GitHub keeps logs and files; else they are told, as of a renamed repository. */
  readonly follows?: boolean | undefined;
  /** Not sent again after a failure. */
  readonly isTriedOnce?: boolean | undefined;
}

const mostCachedBytes = 32 << 20;

/**
 * GitHub's REST API under one credential. What was read before is asked for with its entity tag, which costs nothing where it
 * is the same; what several ask at once is asked once.
 */
export class GithubApi {
  readonly quota = new Quota();
  readonly #octokit: Octokit;
  readonly #cache = new AnswerCache(mostCachedBytes);
  readonly #flights = new Flights<ApiAnswer>();

  constructor(octokit: Octokit) {
    this.#octokit = octokit;
  }

  /**
   * @param route as GitHub's documentation has it: `GET /repos/{owner}/{repo}`
   * @throws what Octokit throws: see `githubError`
   */
  async send(route: string, parameters: Record<string, unknown>, requester: Requester): Promise<ApiAnswer> {
    const { method, url, headers } = this.#octokit.request.endpoint(route, parameters);
    if (method !== "GET") return this.#ask(route, parameters, requester, requester.signal);
    const key = [requester.principal, headers.accept, url].join("\n");
    const known = this.#cache.get(key);
    return this.#flights.join(key, requester.signal, async (signal) => {
      const answer = await this.#confirm(route, parameters, requester, signal, known);
      const { etag } = answer.headers;
      if (etag !== undefined && answer !== known) this.#cache.set(key, { ...answer, etag });
      return answer;
    });
  }

  async #confirm(
    route: string,
    parameters: Record<string, unknown>,
    requester: Requester,
    signal: AbortSignal,
    known: KnownAnswer | undefined,
  ): Promise<ApiAnswer> {
    if (known === undefined) return this.#ask(route, parameters, requester, signal);
    const headers = { ...(parameters.headers as object), "if-none-match": known.etag };
    try {
      return await this.#ask(route, { ...parameters, headers }, requester, signal);
    } catch (error) {
      // Octokit throws what is no answer with a body of its own.
      const { status, response } = error as { status?: number; response?: { headers: Record<string, string> } };
      if (status !== 304) throw error;
      requester.spent(0, this.quota.learn(response?.headers ?? {}));
      return known;
    }
  }

  async #ask(
    route: string,
    parameters: Record<string, unknown>,
    { waiting, spent, follows = false, isTriedOnce }: Requester,
    signal: AbortSignal,
  ): Promise<ApiAnswer> {
    const isRead = /^(GET|HEAD) /.test(route);
    // Only what reads is sent again after a failure: of a write nobody knows whether it was done.
    const request = {
      signal,
      waiting,
      redirect: follows ? ("follow" as const) : ("manual" as const),
      parseSuccessResponseBody: false,
      ...(isRead && isTriedOnce !== true ? {} : { retries: 0 }),
    };
    const { status, headers, data } = await this.#octokit.request(route, { ...parameters, request });
    spent(1, this.quota.learn(headers));
    const body = data === null || data === undefined || data === "" ? "" : await new Response(data).text();
    return { status, headers: headers as Record<string, string>, body };
  }
}
