import { type CryptoKey, createRemoteJWKSet, customFetch, type JWTVerifyGetKey, type RemoteJWKSet } from "jose";
import { ConnectorError } from "../../errors/connector-error.ts";
import type { Log } from "../../logging/log.ts";
import { discoverKeySet } from "./discover-key-set.ts";
import { IssuerReader } from "./issuer-reader.ts";
import { remembered } from "./remembered.ts";

/** Seconds after a failure until the issuer is asked again. */
const pause = 10;

const metadataLifetime = 60 * 60_000;

/** For so long a key is accepted that the issuer has withdrawn. */
const cacheMaxAge = 5 * 60_000;

/** An unknown key has the set read again, and not more often than this: anybody can make up a key's name. */
const cooldownDuration = 30_000;

/**
 * The keys with which an issuer signs now. Read when first needed, kept for a time, and never used beyond it: where the
 * issuer cannot be asked, nobody is admitted.
 */
export class IssuerKeys {
  readonly #issuer: string;
  readonly #log: Log;
  readonly #reader: IssuerReader;
  readonly #open = remembered(() => this.#attempt(() => this.#discover()), {
    success: metadataLifetime,
    failure: pause * 1000,
  });
  #current: { readonly address: string; readonly keySet: RemoteJWKSet } | undefined;

  constructor(issuer: string, log: Log) {
    this.#issuer = issuer;
    this.#log = log;
    this.#reader = new IssuerReader(new URL(issuer));
  }

  /**
   * The key that a token says it is signed with.
   *
   * @throws ConnectorError `unavailable` where the issuer cannot be asked; jose's errors where it has no such key
   */
  readonly find: JWTVerifyGetKey = async (header, token): Promise<CryptoKey> => {
    const keySet = await this.#open().catch((error) => this.#stillFresh(error));
    return keySet(header, token);
  };

  /** The keys outlive their issuer's metadata, for as long as their own age allows. */
  #stillFresh(error: unknown): RemoteJWKSet {
    const keySet = this.#current?.keySet;
    if (keySet?.fresh) return keySet;
    throw error;
  }

  async #discover(): Promise<RemoteJWKSet> {
    const address = await discoverKeySet(this.#issuer, this.#reader);
    // The same set is kept, with what it has read and when.
    if (this.#current?.address === address.href) return this.#current.keySet;
    this.#current = { address: address.href, keySet: this.#keySet(address) };
    return this.#current.keySet;
  }

  #keySet(address: URL): RemoteJWKSet {
    // jose has no pause after a failure.
    const read = remembered(() => this.#attempt(() => this.#read(address)), { success: 0, failure: pause * 1000 });
    const fetch = async () => Response.json(await read());
    return createRemoteJWKSet(address, { cacheMaxAge, cooldownDuration, [customFetch]: fetch });
  }

  async #read(address: URL): Promise<object> {
    const { status, document } = await this.#reader.read(address);
    const { keys } = (document ?? {}) as { readonly keys?: unknown };
    if (Array.isArray(keys)) return { keys: keys.filter((key) => typeof key === "object" && key !== null) };
    throw new ConnectorError("unavailable", `${address.href} is no set of keys (status ${status}). Check the issuer.`);
  }

  async #attempt<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      this.#log.write("warn", {
        event: "authentication",
        problem: `the issuer cannot be asked; again in ${pause} s`,
        err: error,
      });
      throw new ConnectorError(
        "unavailable",
        `Tokens cannot be checked now, since ${this.#issuer} does not answer as it should. Try again in ${pause} s; ` +
          "whoever runs this server finds the reason in its log.",
        { retryAfter: pause },
      );
    }
  }
}
