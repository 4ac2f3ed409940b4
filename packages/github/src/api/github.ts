import type { CallContext, Log, OpenContext } from "@drawbridge/core";
import type * as z from "zod";
import type { Credential } from "../credentials/credential.ts";
import type { CredentialSource } from "../credentials/credential-source.ts";
import { oneApi } from "../credentials/one-api.ts";
import { openCredentials } from "../credentials/open-credentials.ts";
import { tokenCredential } from "../credentials/token-credential.ts";
import { tokenFor } from "../credentials/token-for.ts";
import type { options } from "../options.ts";
import { RepositoryScope } from "../scope/repository-scope.ts";
import { TrustLedger } from "../trust/trust-ledger.ts";
import { type Addresses, addressesOf } from "./addresses.ts";
import type { AnswerCache } from "./answer-cache.ts";
import { apiMaker } from "./api-maker.ts";
import { cacheFolder } from "./cache-folder.ts";
import { DiskCache } from "./disk-cache.ts";
import { GithubCall } from "./github-call.ts";
import { githubFetch } from "./github-fetch.ts";
import { MemoryCache } from "./memory-cache.ts";

type Given = z.output<typeof options>;

/** The principals whose reading is remembered. Over HTTP there are few: those whom the identity provider lets in. */
const mostPrincipals = 1000;

const mostBytesInMemory = 32 << 20;
const mostBytesOnDisk = 256 << 20;

interface Parts {
  readonly given: Given;
  readonly addresses: Addresses;
  readonly source: CredentialSource;
  readonly byOwner: ReadonlyMap<string, CredentialSource>;
  readonly log: Log;
}

/** The connector's client: GitHub under the credentials of the person who runs the server. */
export class Github {
  readonly addresses: Addresses;
  readonly scope: RepositoryScope;
  /** What everything is asked by that no token of an owner's is for. */
  readonly source: CredentialSource;
  readonly #isGuarded: boolean;
  readonly #log: Log;
  readonly #byOwner: ReadonlyMap<string, CredentialSource>;
  readonly #sharedLedger = new TrustLedger();
  readonly #ledgers = new Map<string, TrustLedger>();

  private constructor({ given, addresses, source, byOwner, log }: Parts) {
    this.addresses = addresses;
    this.source = source;
    this.scope = new RepositoryScope(given.repos);
    this.#isGuarded = given.flowGuard !== "off";
    this.#log = log;
    this.#byOwner = byOwner;
  }

  /** Nothing is asked yet. */
  static async open(given: Given, { log }: Pick<OpenContext, "log">): Promise<Github> {
    const addresses = addressesOf(given.host);
    const fetch = githubFetch(addresses);
    const apiFor = apiMaker({ rest: addresses.rest, fetch, log, cacheFor: cacheOf(given.cache) });
    const source = await openCredentials(given, { addresses, fetch, apiFor, log });
    const byOwner = new Map(
      given.tokenFor.map(tokenFor).map(({ owner, token }) => {
        return [owner.toLowerCase(), oneApi(apiFor(tokenCredential(`owner ${owner}`, token)))] as const;
      }),
    );
    return new Github({ given, addresses, source, byOwner, log });
  }

  /** GitHub for one call. */
  call(context: CallContext<unknown>): GithubCall {
    return this.#callIn(context, this.ledgerOf(context.principal));
  }

  /** GitHub for what the server itself asks. */
  ownCall(signal: AbortSignal): GithubCall {
    return this.#callIn({ principal: "", signal, progress: () => {}, log: this.#log }, new TrustLedger());
  }

  #callIn(context: ConstructorParameters<typeof GithubCall>[1], ledger: TrustLedger): GithubCall {
    const apiFor = (owner: string | undefined) =>
      (this.#byOwner.get(owner?.toLowerCase() ?? "") ?? this.source).apiFor(owner);
    const { addresses, scope } = this;
    return new GithubCall(
      { apiFor, graphqlUrl: addresses.graphql, scope, ledger, isGuarded: this.#isGuarded },
      context,
    );
  }

  /** What `--check` reports. */
  async check(signal: AbortSignal): Promise<Record<string, unknown>> {
    await this.source.assertReady?.();
    const { describeCredential } = await import("../credentials/describe-credential.ts");
    return { ...(await describeCredential(this, this.ownCall(signal))) };
  }

  close(): void {
    this.source.close?.();
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

/** Nobody's answers are kept on disk: there is nothing to seal them with. */
function cacheOf(kind: Given["cache"]): (credential: Credential) => AnswerCache | undefined {
  const folder = kind === "disk" ? cacheFolder() : undefined;
  return ({ secret }) => {
    if (kind === "off") return undefined;
    if (folder === undefined || secret === undefined) return new MemoryCache(mostBytesInMemory);
    return new DiskCache({ folder, secret, mostBytes: mostBytesOnDisk });
  };
}
