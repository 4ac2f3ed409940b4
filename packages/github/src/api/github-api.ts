import { Flights } from "@drawbridge/core";
import type { Octokit } from "@octokit/rest";
import { type Address, addressOf } from "./address-of.ts";
import type { AnswerCache, KnownAnswer } from "./answer-cache.ts";
import type { ApiFetch } from "./api-fetch.ts";
import { countedFetch } from "./counted-fetch.ts";
import { Freshness } from "./freshness.ts";
import { isLasting } from "./is-lasting.ts";
import { type Passenger, together } from "./passenger.ts";
import { Quota } from "./quota.ts";
import { WritesPerMinute } from "./writes-per-minute.ts";

/** Seconds for which what cannot change is used without asking. Whoever may no longer read it is told so after them. */
const lastingFor = 600;

/** GitHub's answer with its body as it was sent. */
export interface ApiAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** For whom a request is made. */
export interface Requester extends Passenger {
  /** What is remembered of answers is this one's alone. */
  readonly principal: string;
  /** Whether redirects to where GitHub keeps logs and files are followed; those of renamed repositories are told. */
  readonly follows?: boolean | undefined;
  /** Whether it only reads whatever its method says, as a query does: then it may be asked again after a failure. */
  readonly reads?: boolean | undefined;
  /**
   * What it knows already, by its entity tag: where that is still so the answer is 304 and has no body. Nothing is taken from what is
   * remembered, nor added to it.
   */
  readonly knows?: { readonly etag: string | undefined } | undefined;
  /** Not sent again after a failure. */
  readonly isTriedOnce?: boolean | undefined;
  /** Confirmed by GitHub, however fresh it is: a change, or what the guard allows, rests on it. */
  readonly isOfNow?: boolean | undefined;
}

interface Asking {
  readonly isFree: boolean;
  readonly follows: boolean;
  /** Whether it may be sent again after a failure. */
  readonly repeats: boolean;
}

interface Parts {
  readonly octokit: Octokit;
  readonly fetch: ApiFetch;
  /** Undefined where nothing is remembered. */
  readonly cache: AnswerCache | undefined;
  /** Seconds for which what is remembered is used without asking. */
  readonly freshFor: number;
  readonly isAnonymous: boolean;
  /** Called where GitHub does not accept the credential. */
  readonly refused?: (() => void) | undefined;
}

/**
 * GitHub's REST API under one credential. What was read before is asked for with its entity tag, which costs nothing where it
 * is the same; what several ask at once is asked once.
 */
export class GithubApi {
  readonly quota = new Quota();
  readonly isAnonymous: boolean;
  readonly #octokit: Octokit;
  readonly #cache: AnswerCache | undefined;
  readonly #way: Parameters<typeof countedFetch>[0];
  readonly #flights = new Flights<ApiAnswer, Passenger>(together);
  readonly #writes = new WritesPerMinute();
  /** Of what may change. */
  readonly #freshness: Freshness;
  readonly #lasting = new Freshness(lastingFor);

  constructor({ octokit, fetch, cache, freshFor, isAnonymous, refused }: Parts) {
    this.#freshness = new Freshness(freshFor);
    const onRefused = () => {
      this.#lasting.end();
      refused?.();
    };
    this.#way = { fetch, quota: this.quota, refused: onRefused };
    this.#octokit = octokit;
    this.#cache = cache;
    this.isAnonymous = isAnonymous;
  }

  /**
   * @param route as GitHub's documentation has it: `GET /repos/{owner}/{repo}`
   * @throws what Octokit throws: see `githubError`
   */
  async send(route: string, parameters: Record<string, unknown>, requester: Requester): Promise<ApiAnswer> {
    const address = addressOf(this.#octokit.request.endpoint, route, parameters);
    const { method, url, headers } = address;
    const {
      principal,
      follows = false,
      reads = method === "GET",
      isTriedOnce = false,
      isOfNow = false,
      knows,
    } = requester;
    // Only what reads is sent again after a failure: of a write nobody knows whether it was done.
    const asking = { isFree: route === "GET /rate_limit", follows, repeats: reads && !isTriedOnce };
    if (!reads) return this.#change(address, requester, asking);
    if (method !== "GET") return this.#ask(address, requester, asking);
    if (knows !== undefined) {
      const seen = await this.#askSince(knows.etag, address, requester, asking);
      // Whoever sees that something has changed reads it next.
      if (seen.status !== 304) this.#freshness.end();
      return seen;
    }
    const key = [principal, headers.accept, url].join("\n");
    const freshness = isLasting(route, parameters) ? this.#lasting : this.#freshness;
    return this.#flights.join(`${isTriedOnce} ${isOfNow}\n${key}`, requester, async (all) => {
      const known = await this.#cache?.get(key);
      if (known !== undefined && !isOfNow && freshness.has(key)) return this.#reuse(known, all);
      const { era } = freshness;
      const told = await this.#askSince(known?.etag, address, all, asking);
      // Not the very same: what is made of it is not to be kept as long as it is.
      const answer = told.status === 304 && known !== undefined ? { ...known } : told;
      const { etag } = answer.headers;
      if (etag !== undefined && etag !== known?.etag) await this.#cache?.set(key, { ...answer, etag });
      if (etag !== undefined && answer.status === 200) freshness.confirm(key, era);
      return answer;
    });
  }

  #reuse(known: KnownAnswer, { spent }: Passenger): ApiAnswer {
    spent(0, this.quota.all.get(known.headers["x-ratelimit-resource"] ?? "core"));
    return { ...known };
  }

  async #change(address: Address, requester: Requester, asking: Asking): Promise<ApiAnswer> {
    await this.#writes.untilRoom(requester);
    try {
      return await this.#ask(address, requester, asking);
    } finally {
      this.#freshness.end();
    }
  }

  /** Answers 304, without a body, where an entity tag is still that of the answer. */
  async #askSince(etag: string | undefined, address: Address, all: Passenger, asking: Asking): Promise<ApiAnswer> {
    if (etag === undefined) return this.#ask(address, all, asking);
    const headers = { ...address.headers, "if-none-match": etag };
    try {
      return await this.#ask({ ...address, headers }, all, asking);
    } catch (error) {
      // Octokit throws what is no answer with a body of its own.
      const { status, response } = error as { status?: number; response?: Pick<ApiAnswer, "headers"> };
      if (status !== 304) throw error;
      return { status, headers: response?.headers ?? {}, body: "" };
    }
  }

  async #ask(address: Address, passenger: Passenger, { repeats, ...how }: Asking): Promise<ApiAnswer> {
    const fetch = countedFetch(this.#way, passenger, how);
    let answer: Awaited<ReturnType<ApiFetch>> | undefined;
    const request = {
      waiting: passenger.waiting,
      fetch: async (...asked: Parameters<ApiFetch>) => {
        answer = await fetch(...asked);
        return answer;
      },
      redirect: "manual" as const,
      parseSuccessResponseBody: false,
      ...(repeats ? {} : { retries: 0 }),
    };
    const { status, headers } = await this.#octokit.request({ ...address, request });
    // Octokit leaves a body as it is, which here is told whole.
    return { status, headers: headers as Record<string, string>, body: (await answer?.text()) ?? "" };
  }
}
