import { type CallContext, egressGuard, type Log, type OpenContext } from "@drawbridge/core";
import type * as z from "zod";
import { tokenFor } from "../credentials/token-for.ts";
import type { options } from "../options.ts";
import { RepositoryScope } from "../scope/repository-scope.ts";
import { TrustLedger } from "../trust/trust-ledger.ts";
import { type Addresses, addressesOf } from "./addresses.ts";
import { GithubApi } from "./github-api.ts";
import { type FlowGuardMode, GithubCall } from "./github-call.ts";
import { octokitFor } from "./octokit-for.ts";
import { storageHosts } from "./storage-hosts.ts";

/** Who calls: what they have read, and what they may touch. */
interface Caller {
  readonly ledger: TrustLedger;
  readonly scope: RepositoryScope;
}

/** The principals whose reading is remembered. Over HTTP there are few: those whom the identity provider lets in. */
const mostPrincipals = 1000;

/** The connector's client: GitHub under the credentials of the person who runs the server. */
export class Github {
  readonly addresses: Addresses;
  /** As the person named it, whatever is pinned for one caller. */
  readonly scope: RepositoryScope;
  readonly flowGuard: FlowGuardMode;
  readonly hasToken: boolean;
  readonly #newScope: () => RepositoryScope;
  readonly #log: Log;
  readonly #byOwner: ReadonlyMap<string, GithubApi>;
  readonly #byDefault: GithubApi;
  readonly #shared: Caller;
  readonly #callers = new Map<string, Caller>();

  constructor(given: z.output<typeof options>, { log }: Pick<OpenContext, "log">) {
    this.addresses = addressesOf(given.host);
    this.flowGuard = given.flowGuard;
    if (given.flowGuard === "off")
      log.write("warn", {
        event: "flow_guard",
        message: "--flow-guard off: nothing stops private things from being published",
      });
    this.#log = log;
    this.hasToken = given.token !== undefined;
    this.scope = new RepositoryScope(given.repos);
    this.#newScope = () => new RepositoryScope(given.repos, { pinsFirst: given.pinFirstRepo });
    this.#shared = this.#newCaller();
    const { rest } = this.addresses;
    const { hostname, origin, protocol } = new URL(rest);
    const fetch = egressGuard({
      hosts: [protocol === "http:" ? origin : origin.replace("https://", ""), ...storageHosts],
      // A company's own server stands in its own network.
      allowPrivate: hostname === "api.github.com" ? [] : [hostname],
      maxBytes: 32 << 20,
      timeout: 60_000,
      keepAlive: true,
    });
    const apiWith = (authorization: string | undefined, id: string) =>
      new GithubApi(octokitFor({ id, rest, authorization, userAgent: "drawbridge-github", fetch, log }));
    this.#byDefault = apiWith(given.token, "default");
    this.#byOwner = new Map(
      given.tokenFor.map(tokenFor).map(({ owner, token }) => [owner.toLowerCase(), apiWith(token, owner)]),
    );
  }

  /**
   * GitHub for one call.
   *
   * @param allowedFlow the digest of what the person allowed to flow in this call
   */
  call(context: CallContext<unknown>, allowedFlow?: string): GithubCall {
    const apiFor = async (owner: string | undefined) =>
      this.#byOwner.get(owner?.toLowerCase() ?? "") ?? this.#byDefault;
    return new GithubCall(
      {
        apiFor,
        graphqlUrl: this.addresses.graphql,
        ...this.#callerOf(context.principal),
        guard: this.flowGuard,
        allowedFlow,
      },
      context,
    );
  }

  /** The owners for whose repositories another token is used. */
  get ownersWithToken(): readonly string[] {
    return [...this.#byOwner.keys()];
  }

  /** What `--check` reports. */
  async check(signal: AbortSignal): Promise<Record<string, unknown>> {
    const context = { principal: "check", signal, progress: () => {}, log: this.#log };
    const call = new GithubCall(
      {
        apiFor: async () => this.#byDefault,
        graphqlUrl: this.addresses.graphql,
        ...this.#newCaller(),
        guard: "refuse",
      },
      context,
    );
    const { resources } = await call.requestBeyond("GET /rate_limit", {}, "the rate limits");
    return { host: new URL(this.addresses.web).host, remaining: resources.core.remaining, token: this.hasToken };
  }

  #callerOf(principal: string): Caller {
    const known = this.#callers.get(principal);
    if (known !== undefined) return known;
    // Further ones share an account: what one of them read counts for all.
    if (this.#callers.size >= mostPrincipals) return this.#shared;
    const caller = this.#newCaller();
    this.#callers.set(principal, caller);
    return caller;
  }

  #newCaller(): Caller {
    return { ledger: new TrustLedger(), scope: this.#newScope() };
  }
}
