import { type CallContext, ConnectorError, type Log } from "@drawbridge/core";
import type { Endpoints } from "@octokit/types";
import type { RepositoryScope } from "../scope/repository-scope.ts";
import { assertMayFlow, type Target } from "../trust/flow-guard.ts";
import type { TrustLedger } from "../trust/trust-ledger.ts";
import type { ApiAnswer, GithubApi, Requester } from "./github-api.ts";
import { githubError } from "./github-error.ts";
import { graphqlData } from "./graphql-data.ts";

/** A repository as a call names it. */
export interface RepositoryName {
  readonly owner: string;
  readonly repo: string;
}

type Route = keyof Endpoints;
type Parameters<R extends Route> = Omit<Endpoints[R]["parameters"], "headers" | "baseUrl" | "request" | "mediaType">;
type Answered<R extends Route> = Endpoints[R]["response"]["data"];

interface Surroundings {
  readonly apiFor: (owner: string | undefined) => Promise<GithubApi>;
  readonly graphqlUrl: string;
  readonly scope: RepositoryScope;
  readonly ledger: TrustLedger;
  /** Whether changes are held against what was read. */
  readonly isGuarded: boolean;
}

interface SendOptions {
  /** As the caller knows what is asked for, for errors. */
  readonly about?: string | undefined;
  readonly accept?: string;
  /** Whether GitHub may send us to where it keeps logs and files. */
  readonly follows?: boolean;
}

type Context = Pick<CallContext<unknown>, "principal" | "signal" | "progress" | "log"> & {
  note?(facts: Readonly<Record<string, number | boolean>>): void;
};

/** GitHub for one call: within the scope, under the credential of the owner concerned, at a cost that the answer tells. */
export class GithubCall {
  readonly scope: RepositoryScope;
  readonly ledger: TrustLedger;
  readonly #apiFor: Surroundings["apiFor"];
  readonly #graphqlUrl: string;
  readonly #isGuarded: boolean;
  readonly #context: Context;
  #cost = 0;

  constructor({ apiFor, graphqlUrl, scope, ledger, isGuarded }: Surroundings, context: Context) {
    this.#apiFor = apiFor;
    this.#graphqlUrl = graphqlUrl;
    this.#isGuarded = isGuarded;
    this.scope = scope;
    this.ledger = ledger;
    this.#context = context;
  }

  get signal(): AbortSignal {
    return this.#context.signal;
  }

  get log(): Log {
    return this.#context.log;
  }

  /** @throws ConnectorError `refused` where a change there could carry private things outwards */
  async assertMayFlow(target: Target): Promise<void> {
    if (this.#isGuarded) await assertMayFlow(this, target);
  }

  /**
   * Asks something of a repository, or changes it.
   *
   * @param about as the caller knows it, for errors: `acme/site#12`
   * @throws ConnectorError `refused` for one outside of the scope
   */
  async request<R extends Route>(
    route: R,
    parameters: Parameters<R> & RepositoryName,
    about?: string,
  ): Promise<Answered<R>> {
    return read(await this.send(route, parameters, { about })) as Answered<R>;
  }

  /**
   * Asks what belongs to no repository. Whoever asks holds what comes back against the scope, records what was read, and
   * before a change asks whether it may flow there.
   */
  async requestBeyond<R extends Route>(
    route: R,
    parameters: Parameters<R>,
    about: string,
    owner?: string,
  ): Promise<Answered<R>> {
    return read(await this.sendBeyond(route, parameters, about, owner)) as Answered<R>;
  }

  /** As `request`, for answers that are no JSON, and where the headers matter. */
  async send(
    route: string,
    parameters: RepositoryName & Readonly<Record<string, unknown>>,
    { about = `${parameters.owner}/${parameters.repo}`, accept, follows }: SendOptions = {},
  ): Promise<ApiAnswer> {
    const { owner, repo } = parameters;
    this.scope.assertAdmits(owner, repo);
    if (route.startsWith("GET ")) this.ledger.record({ owner, repo, author: undefined, what: about });
    else await this.assertMayFlow({ owner, repo });
    const whole = accept === undefined ? parameters : { ...parameters, headers: { accept } };
    const answer = await this.sendBeyond(route, whole, about, owner, follows);
    const moved = movedTo(answer);
    if (moved === undefined) return answer;
    const now = await this.#nameOf(moved, owner, about);
    this.scope.assertAdmits(now.owner, now.repo);
    return this.sendBeyond(route, { ...whole, ...now }, about, now.owner);
  }

  /**
   * Asks GitHub's GraphQL what REST would need many requests for. For reading alone: changes are asked for by `mutate`.
   *
   * @param at the repository that the query is about, and no other
   */
  async graphql(
    query: string,
    variables: Readonly<Record<string, unknown>>,
    { owner, repo }: RepositoryName,
  ): Promise<unknown> {
    this.scope.assertAdmits(owner, repo);
    const about = `${owner}/${repo}`;
    this.ledger.record({ owner, repo, author: undefined, what: about });
    return this.graphqlBeyond(query, variables, about, owner);
  }

  /** Changes what GitHub changes by GraphQL alone. Whoever asks has made sure that it lies in the repository. */
  async mutate(
    mutation: string,
    variables: Readonly<Record<string, unknown>>,
    { owner, repo }: RepositoryName,
  ): Promise<unknown> {
    this.scope.assertAdmits(owner, repo);
    await this.assertMayFlow({ owner, repo });
    return this.graphqlBeyond(mutation, variables, `${owner}/${repo}`, owner);
  }

  /** As `requestBeyond`, of GitHub's GraphQL. */
  async graphqlBeyond(
    query: string,
    variables: Readonly<Record<string, unknown>>,
    about: string,
    owner: string,
  ): Promise<unknown> {
    const answer = await this.sendBeyond(`POST ${this.#graphqlUrl}`, { query, variables }, about, owner);
    return graphqlData(read(answer), about);
  }

  invalid(message: string): ConnectorError {
    return new ConnectorError("invalid_input", message);
  }

  conflict(message: string): ConnectorError {
    return new ConnectorError("conflict", message);
  }

  /** A repository was renamed or given away: GitHub answers with its number. */
  async #nameOf(id: number, owner: string, about: string): Promise<RepositoryName> {
    const answer = await this.sendBeyond("GET /repositories/{id}", { id }, about, owner);
    const { full_name: name = "" } = read(answer) as { full_name?: string };
    const [of = "", repo = ""] = name.split("/");
    return { owner: of, repo };
  }

  /** As `requestBeyond`, for answers that are no JSON, and where the headers matter. */
  async sendBeyond(
    route: string,
    parameters: Readonly<Record<string, unknown>>,
    about: string,
    owner?: string,
    follows?: boolean,
  ): Promise<ApiAnswer> {
    const api = await this.#apiFor(owner);
    try {
      return await api.send(route, parameters, { ...this.#requester, follows });
    } catch (error) {
      if (this.#context.signal.aborted) throw this.#context.signal.reason;
      throw githubError(error, about);
    }
  }

  get #requester(): Requester {
    const { principal, signal, progress, note } = this.#context;
    return {
      principal,
      signal,
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

function read({ body, status }: ApiAnswer): unknown {
  if (body === "") return undefined;
  try {
    return JSON.parse(body);
  } catch (error) {
    throw new ConnectorError("unavailable", `GitHub answered ${status} with something that is no JSON. Try again.`, {
      cause: error,
    });
  }
}

function movedTo({ status, headers }: ApiAnswer): number | undefined {
  if (![301, 302, 307, 308].includes(status)) return undefined;
  const id = Number(/\/repositories\/(\d+)/.exec(headers.location ?? "")?.[1]);
  if (Number.isSafeInteger(id)) return id;
  throw new ConnectorError("unavailable", "GitHub sent us to a place that is no repository. Try again.");
}
