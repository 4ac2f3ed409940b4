import { type CallContext, egressGuard, type Log, type OpenContext } from "@drawbridge/core";
import type * as z from "zod";
import { tokenFor } from "../credentials/token-for.ts";
import type { options } from "../options.ts";
import { RepositoryScope } from "../scope/repository-scope.ts";
import { TrustLedger } from "../trust/trust-ledger.ts";
import { type Addresses, addressesOf } from "./addresses.ts";
import { GithubApi } from "./github-api.ts";
import { GithubCall } from "./github-call.ts";
import { octokitFor } from "./octokit-for.ts";
import { storageHosts } from "./storage-hosts.ts";

/** The principals whose reading is remembered. Over HTTP there are few: those whom the identity provider lets in. */
const mostPrincipals = 1000;

/** The connector's client: GitHub under the credentials of the person who runs the server. */
export class Github {
  readonly addresses: Addresses;
  readonly scope: RepositoryScope;
  readonly hasToken: boolean;
  readonly #isGuarded: boolean;
  readonly #log: Log;
  readonly #byOwner: ReadonlyMap<string, GithubApi>;
  readonly #byDefault: GithubApi;
  readonly #sharedLedger = new TrustLedger();
  readonly #ledgers = new Map<string, TrustLedger>();

  constructor(given: z.output<typeof options>, { log }: Pick<OpenContext, "log">) {
    this.addresses = addressesOf(given.host);
    this.#isGuarded = given.flowGuard !== "off";
    this.#log = log;
    this.hasToken = given.token !== undefined;
    this.scope = new RepositoryScope(given.repos);
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

  /** GitHub for one call. */
  call(context: CallContext<unknown>): GithubCall {
    const apiFor = async (owner: string | undefined) =>
      this.#byOwner.get(owner?.toLowerCase() ?? "") ?? this.#byDefault;
    return new GithubCall(
      {
        apiFor,
        graphqlUrl: this.addresses.graphql,
        scope: this.scope,
        ledger: this.ledgerOf(context.principal),
        isGuarded: this.#isGuarded,
      },
      context,
    );
  }

  /** What `--check` reports. */
  async check(signal: AbortSignal): Promise<Record<string, unknown>> {
    const context = { principal: "check", signal, progress: () => {}, log: this.#log };
    const call = new GithubCall(
      {
        apiFor: async () => this.#byDefault,
        graphqlUrl: this.addresses.graphql,
        scope: this.scope,
        ledger: new TrustLedger(),
        isGuarded: true,
      },
      context,
    );
    const { resources } = await call.requestBeyond("GET /rate_limit", {}, "the rate limits");
    return { host: new URL(this.addresses.web).host, remaining: resources.core.remaining, token: this.hasToken };
  }

  /** What a principal has read. */
  ledgerOf(principal: string): TrustLedger {
    const known = this.#ledgers.get(principal);
    if (known !== undefined) return known;
    // Further ones share an account: what one of them read counts for all.
    if (this.#ledgers.size >= mostPrincipals) return this.#sharedLedger;
    const ledger = new TrustLedger();
    this.#ledgers.set(principal, ledger);
    return ledger;
  }
}
