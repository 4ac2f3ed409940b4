import { type CallContext, type Log, type OpenContext, type Pauses, Watching } from "@drawbridge/core";
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
import { type FlowGuardMode, GithubCall, type Surroundings } from "./github-call.ts";
import { githubFetch } from "./github-fetch.ts";
import { MemoryCache } from "./memory-cache.ts";

type Given = z.output<typeof options>;

/** Who calls: what they have read, and what they may touch. */
interface Caller {
  readonly ledger: TrustLedger;
  readonly scope: RepositoryScope;
}

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
  readonly pauses: Pauses | undefined;
}

/** The connector's client: GitHub under the credentials of the person who runs the server. */
export class Github {
  readonly addresses: Addresses;
  /** As the person named it, whatever is pinned for one caller. */
  readonly scope: RepositoryScope;
  readonly flowGuard: FlowGuardMode;
  /** What everything is asked by that no token of an owner's is for. */
  readonly source: CredentialSource;
  readonly watching: Watching;
  readonly #log: Log;
  readonly #byOwner: ReadonlyMap<string, CredentialSource>;
  readonly #newScope: () => RepositoryScope;
  readonly #shared: Caller;
  readonly #callers = new Map<string, Caller>();

  private constructor({ given, addresses, source, byOwner, log, pauses }: Parts) {
    this.watching = new Watching(pauses);
    this.addresses = addresses;
    this.source = source;
    this.flowGuard = given.flowGuard;
    this.scope = new RepositoryScope(given.repos);
    this.#log = log;
    this.#byOwner = byOwner;
    this.#newScope = () => new RepositoryScope(given.repos, { pinsFirst: given.pinFirstRepo });
    this.#shared = this.#newCaller();
  }

  /**
   * Nothing is asked yet.
   *
   * @param pauses between two looks at what is watched
   */
  static async open(given: Given, { log }: Pick<OpenContext, "log">, pauses?: Pauses): Promise<Github> {
    if (given.flowGuard === "off")
      log.write("warn", {
        event: "flow_guard",
        message: "--flow-guard off: nothing stops private things from being published",
      });
    const addresses = addressesOf(given.host);
    const fetch = githubFetch(addresses);
    const apiFor = apiMaker({
      ...{ rest: addresses.rest, fetch, log, freshFor: given.freshFor },
      cacheFor: cacheOf(given.cache),
    });
    const source = await openCredentials(given, { addresses, fetch, apiFor, log });
    const byOwner = new Map(
      given.tokenFor.map(tokenFor).map(({ owner, token }) => {
        return [owner.toLowerCase(), oneApi(apiFor(tokenCredential(`owner ${owner}`, token)))] as const;
      }),
    );
    return new Github({ given, addresses, source, byOwner, log, pauses });
  }

  /** GitHub for one call that reads. */
  call(context: CallContext<unknown>): GithubCall {
    return this.#callOf(this.#callerOf(context.principal), context, { guard: this.flowGuard });
  }

  /**
   * GitHub for one call that changes something.
   *
   * @param allowedFlow the digest of what the person allowed to flow in it
   */
  changingCall(context: CallContext<unknown>, allowedFlow?: string): GithubCall {
    const how = { guard: this.flowGuard, allowedFlow, changes: true };
    return this.#callOf(this.#callerOf(context.principal), context, how);
  }

  /** GitHub for what the server itself asks. */
  ownCall(signal: AbortSignal): GithubCall {
    const context = { principal: "", cancellation: signal, progress: () => {}, log: this.#log };
    return this.#callOf(this.#newCaller(), context, { guard: "refuse" });
  }

  #callOf(
    caller: Caller,
    context: ConstructorParameters<typeof GithubCall>[1],
    how: Pick<Surroundings, "guard" | "allowedFlow" | "changes">,
  ): GithubCall {
    const apiFor = (owner: string | undefined) =>
      (this.#byOwner.get(owner?.toLowerCase() ?? "") ?? this.source).apiFor(owner);
    return new GithubCall({ apiFor, graphqlUrl: this.addresses.graphql, ...caller, ...how }, context);
  }

  /** The owners for whose repositories another token is used. */
  get ownersWithToken(): readonly string[] {
    return [...this.#byOwner.keys()];
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

/** Nobody's answers are kept on disk: there is nothing to seal them with. */
function cacheOf(kind: Given["cache"]): (credential: Credential) => AnswerCache | undefined {
  const folder = kind === "disk" ? cacheFolder() : undefined;
  return ({ secret }) => {
    if (kind === "off") return undefined;
    if (folder === undefined || secret === undefined) return new MemoryCache(mostBytesInMemory);
    return new DiskCache({ folder, secret, mostBytes: mostBytesOnDisk });
  };
}
