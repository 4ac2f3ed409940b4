import { type Cancellation, ConnectorError, type Log } from "@drawbridge/core";
import type { Endpoints } from "@octokit/types";
import { answeredRepository } from "../scope/answered-repository.ts";
import { assertPlainNames } from "../scope/assert-plain-names.ts";
import type { RepositoryScope } from "../scope/repository-scope.ts";
import { withoutOutsiders } from "../scope/without-outsiders.ts";
import { isConfidential } from "../trust/confidential.ts";
import { assertMayFlow } from "../trust/flow-guard.ts";
import type { Target } from "../trust/target.ts";
import { targetOf } from "../trust/target-of.ts";
import type { TrustLedger } from "../trust/trust-ledger.ts";
import { type ApiOf, CountedRequests, type RequestContext } from "./counted-requests.ts";
import type { ApiAnswer } from "./github-api.ts";
import { graphqlData } from "./graphql-data.ts";
import { GuardedRequests, type Sending } from "./guarded-requests.ts";
import { isMutation } from "./is-mutation.ts";
import { isReading } from "./is-reading.ts";
import { jsonOf } from "./json-of.ts";
import { movedTo } from "./moved-to.ts";

/** A repository as a call names it. */
export interface RepositoryName {
  readonly owner: string;
  readonly repo: string;
}

type Route = keyof Endpoints;
type Parameters<R extends Route> = Omit<Endpoints[R]["parameters"], "headers" | "baseUrl" | "request" | "mediaType">;
type Answered<R extends Route> = Endpoints[R]["response"]["data"];

/** What a call goes by. */
export interface Surroundings {
  readonly apiFor: ApiOf;
  readonly graphqlUrl: string;
  readonly scope: RepositoryScope;
  readonly ledger: TrustLedger;
  /** What becomes of changes that could carry private things outwards. */
  readonly guard: FlowGuardMode;
  /** Of a flow that the person allowed for this call. */
  readonly allowedFlow?: string | undefined;
  /** It changes something: what it reads is confirmed by GitHub, however lately that was. */
  readonly changes?: boolean | undefined;
}

/** What `--flow-guard` says. */
export type FlowGuardMode = "refuse" | "ask" | "off";

interface SendOptions {
  /** As the caller knows what is asked for, for errors. */
  readonly about?: string | undefined;
  readonly accept?: string;
  /** Whether GitHub may send us to where it keeps logs and files. */
  readonly follows?: boolean;
  /** Whether whoever asks records whose words come back: then they know more of them than the answer says. */
  readonly isRecorded?: boolean;
}

/** What is said of a request that belongs to no repository. */
type Beyond = Pick<Sending, "isRecorded">;

/** How something is looked at again. */
interface Looking {
  readonly about: string;
  readonly accept?: string;
  /** Of what was seen before; undefined the first time. */
  readonly etag: string | undefined;
}

const countedLooks =
  "Without a token GitHub counts each look for a change, and lets sixty be had in an hour: so nothing is watched. A person starts the " +
  "server with GITHUB_TOKEN set.";

/** GitHub for one call: within the scope, under the credential of the owner concerned, at a cost that the answer tells. */
export class GithubCall {
  readonly scope: RepositoryScope;
  readonly ledger: TrustLedger;
  readonly guard: FlowGuardMode;
  readonly #graphqlUrl: string;
  readonly #requests: CountedRequests;
  readonly #guarded: GuardedRequests;
  readonly #context: RequestContext;

  constructor(
    { apiFor, graphqlUrl, scope, ledger, guard, allowedFlow, changes = false }: Surroundings,
    context: RequestContext,
  ) {
    this.scope = scope;
    this.ledger = ledger;
    this.guard = guard;
    this.#graphqlUrl = graphqlUrl;
    this.#context = context;
    this.#requests = new CountedRequests(apiFor, context, changes);
    this.#guarded = new GuardedRequests(this.#requests, {
      graphqlUrl,
      scope,
      ledger,
      assertMayFlow: async (target) => {
        if (guard !== "off") await assertMayFlow(this, target, allowedFlow);
      },
    });
  }

  get cancellation(): Cancellation {
    return this.#context.cancellation;
  }

  get log(): Log {
    return this.#context.log;
  }

  /**
   * To be asked before a change, of where it writes: where GitHub's route names no repository, the guard goes by this.
   *
   * @throws ConnectorError `refused` where a change there could carry private things outwards
   */
  async assertMayFlow(target: Target): Promise<void> {
    await this.#guarded.declare(target);
  }

  /** Asks what the guard has to know. Nothing of it is shown, so that nothing is recorded; where it fails it is not repeated. */
  async lookUp<R extends Route>(route: R, parameters: Parameters<R>): Promise<Answered<R>> {
    const { owner, repo, org } = parameters as { owner?: string; repo?: string; org?: string };
    const about = owner === undefined ? String(org) : `${owner}/${repo}`;
    assertPlainNames(route, parameters);
    const asking = { about, owner: owner ?? org, reads: true, isTriedOnce: true, isOfNow: true };
    const answer = await this.#requests.ask(route, parameters, asking);
    const moved = movedTo(answer);
    return jsonOf(
      moved === undefined ? answer : await this.#requests.ask("GET /repositories/{id}", { id: moved }, asking),
    ) as Answered<R>;
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
    return jsonOf(await this.send(route, parameters, { about })) as Answered<R>;
  }

  /**
   * Asks what belongs to no repository. Whoever asks holds what comes back against the scope, and records what was read where
   * it has no author and names no repository.
   */
  async requestBeyond<R extends Route>(
    route: R,
    parameters: Parameters<R>,
    about: string,
    owner?: string,
    how?: Beyond,
  ): Promise<Answered<R>> {
    return jsonOf(await this.sendBeyond(route, parameters, about, owner, how)) as Answered<R>;
  }

  /** As `request`, for answers that are no JSON, and where the headers matter. */
  async send(
    route: string,
    parameters: RepositoryName & Readonly<Record<string, unknown>>,
    { about = `${parameters.owner}/${parameters.repo}`, accept, ...how }: SendOptions = {},
  ): Promise<ApiAnswer> {
    const whole = accept === undefined ? parameters : { ...parameters, headers: { accept } };
    const answer = await this.#sendWithin(route, whole, { about, ...how });
    const moved = movedTo(answer);
    if (moved === undefined) return answer;
    const now = await this.#nameOf(moved, parameters.owner, about);
    return this.#sendWithin(route, { ...whole, ...now }, { about, ...how });
  }

  async #sendWithin(
    route: string,
    parameters: RepositoryName & Readonly<Record<string, unknown>>,
    { about, ...how }: Pick<Sending, "about" | "follows" | "isRecorded">,
  ): Promise<ApiAnswer> {
    const { owner, repo } = parameters;
    const at = { owner, repo };
    const source = { ...at, author: undefined, what: about };
    const isRead = isReading(route);
    // A read touches what GitHub answers for: a name that was only mistyped holds nobody to it.
    if (isRead) this.scope.assertAdmits(owner, repo);
    else this.scope.touch(owner, repo);
    // What a repository is opened with needs nobody to have read it before.
    if (!isRead && "world" in (targetOf(route, parameters) ?? at)) this.ledger.record(source);
    if (isConfidential(route)) {
      const confidential = `what only its own people may read of ${owner}/${repo}`;
      const beyond = { privacy: 2, isOurs: true } as const;
      this.ledger.record({ owner, repo: `${repo}, confidential`, author: undefined, beyond, what: confidential });
    }
    const answer = await this.#guarded.send(route, parameters, { about, owner, at, ...how });
    if (movedTo(answer) !== undefined) return answer;
    this.scope.touch(owner, repo);
    // What could not be read has told nothing.
    if (isRead) this.ledger.record(source);
    return answer;
  }

  /**
   * Asks whether an answer is still that of an entity tag: then it is 304 and costs nothing. Nobody is shown what comes back, so that
   * nothing is recorded.
   */
  async look(
    route: string,
    parameters: RepositoryName & Readonly<Record<string, unknown>>,
    { about, accept, etag }: Looking,
  ): Promise<ApiAnswer> {
    const whole = accept === undefined ? parameters : { ...parameters, headers: { accept } };
    const ask = async ({ owner, repo }: RepositoryName) => {
      this.scope.assertAdmits(owner, repo);
      if (await this.#requests.isAnonymous(owner)) throw new ConnectorError("unauthorized", countedLooks);
      assertPlainNames(route, parameters);
      const asking = { about, owner, reads: true, knows: { etag } };
      const answer = await this.#requests.ask(route, { ...whole, owner, repo }, asking);
      if (movedTo(answer) === undefined) this.scope.touch(owner, repo);
      return answer;
    };
    const answer = await ask(parameters);
    const moved = movedTo(answer);
    return moved === undefined ? answer : ask(await this.#nameOf(moved, parameters.owner, about));
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
    const route = `POST ${this.#graphqlUrl}`;
    const answer = await this.#guarded.send(route, { query, variables }, { about, owner, at: { owner, repo } });
    const data = graphqlData(jsonOf(answer), about, Number(answer.headers["x-ratelimit-reset"]));
    const now = answeredRepository(data, { owner, repo });
    this.scope.assertAdmits(now.owner, now.repo);
    this.ledger.record({ owner, repo, author: undefined, what: about });
    const found = withoutOutsiders(data, this.scope);
    this.scope.touch(now.owner, now.repo);
    return found;
  }

  /** Changes what GitHub changes by GraphQL alone. Whoever asks has made sure that it lies in the repository. */
  async mutate(
    mutation: string,
    variables: Readonly<Record<string, unknown>>,
    { owner, repo }: RepositoryName,
  ): Promise<unknown> {
    this.scope.touch(owner, repo);
    const about = `${owner}/${repo}`;
    const sending = { about, owner, target: { owner, repo } };
    const answer = await this.#guarded.send(`POST ${this.#graphqlUrl}`, { query: mutation, variables }, sending);
    return graphqlData(jsonOf(answer), about, Number(answer.headers["x-ratelimit-reset"]), true);
  }

  /** As `requestBeyond`, of GitHub's GraphQL. */
  async graphqlBeyond(
    query: string,
    variables: Readonly<Record<string, unknown>>,
    about: string,
    owner: string,
    how: Beyond = {},
  ): Promise<unknown> {
    const answer = await this.#guarded.send(`POST ${this.#graphqlUrl}`, { query, variables }, { about, owner, ...how });
    const reset = Number(answer.headers["x-ratelimit-reset"]);
    const data = graphqlData(jsonOf(answer), about, reset, isMutation(query));
    return withoutOutsiders(data, this.scope);
  }

  invalid(message: string): ConnectorError {
    return new ConnectorError("invalid_input", message);
  }

  conflict(message: string): ConnectorError {
    return new ConnectorError("conflict", message);
  }

  /** A repository was renamed or given away: GitHub answers with its number. */
  async #nameOf(id: number, owner: string, about: string): Promise<RepositoryName> {
    const answer = await this.#requests.ask("GET /repositories/{id}", { id }, { about, owner, reads: true });
    const { full_name: name = "" } = jsonOf(answer) as { full_name?: string };
    const [of = "", repo = ""] = name.split("/");
    return { owner: of, repo };
  }

  /** As `requestBeyond`, for answers that are no JSON, and where the headers matter. */
  async sendBeyond(
    route: string,
    parameters: Readonly<Record<string, unknown>>,
    about: string,
    owner?: string,
    how?: Beyond,
  ): Promise<ApiAnswer> {
    const answer = await this.#guarded.send(route, parameters, { about, owner, ...how });
    const moved = movedTo(answer);
    if (moved === undefined) return answer;
    const now = await this.#nameOf(moved, owner ?? "", about);
    if (!route.startsWith("GET ")) throw this.invalid(`${about} is ${now.owner}/${now.repo} by now. Name it so.`);
    return this.#guarded.send(route, { ...parameters, ...now }, { about, owner: now.owner, ...how });
  }
}
