import type { CallContext } from "@drawbridge/core";
import type { ApiAnswer, GithubApi, Requester } from "./github-api.ts";
import { githubError } from "./github-error.ts";

/** Of a call, what its requests need to know. */
export type RequestContext = Pick<CallContext<unknown>, "principal" | "cancellation" | "progress" | "log"> & {
  note?(facts: Readonly<Record<string, number | boolean>>): void;
};

/** GitHub, under the credential of an owner. */
export type ApiOf = (owner: string | undefined) => Promise<GithubApi>;

/** How something is asked for. */
export interface Asking extends Pick<Requester, "follows" | "isTriedOnce" | "isOfNow" | "knows"> {
  /** As the caller knows what is asked for, for errors. */
  readonly about: string;
  readonly owner?: string | undefined;
  /** Whether it only reads; what is a POST and does is a query. */
  readonly reads: boolean;
}

/** The requests of one call: each under the credential of the owner concerned, at a cost that the answer tells. */
export class CountedRequests {
  readonly #apiOf: ApiOf;
  readonly #context: RequestContext;
  readonly #isOfNow: boolean;
  #cost = 0;

  /** @param isOfNow whether all that is read is confirmed by GitHub */
  constructor(apiOf: ApiOf, context: RequestContext, isOfNow: boolean) {
    this.#apiOf = apiOf;
    this.#context = context;
    this.#isOfNow = isOfNow;
  }

  /** Throws what GitHub answered, in words; the cancellation's reason once it was aborted. */
  async ask(
    route: string,
    parameters: Readonly<Record<string, unknown>>,
    { about, owner, ...how }: Asking,
  ): Promise<ApiAnswer> {
    const api = await this.#apiOf(owner);
    try {
      return await api.send(route, parameters, { ...this.#requester, ...how });
    } catch (error) {
      this.#context.cancellation.throwIfAborted();
      throw githubError(error, { about, isWrite: !how.reads, isAnonymous: api.isAnonymous });
    }
  }

  /** Whether there is no credential for an owner. */
  async isAnonymous(owner: string): Promise<boolean> {
    return (await this.#apiOf(owner)).isAnonymous;
  }

  get #requester(): Requester {
    const { principal, cancellation, progress, note } = this.#context;
    return {
      principal,
      signal: cancellation,
      isOfNow: this.#isOfNow,
      waiting: (seconds) => progress(0, undefined, `GitHub wants us to wait ${seconds} seconds`),
      spent: (cost, allowance) => {
        this.#cost += cost;
        note?.({
          cost: this.#cost,
          ...(allowance === undefined ? {} : { remaining: allowance.remaining, reset: allowance.reset }),
        });
      },
    };
  }
}
