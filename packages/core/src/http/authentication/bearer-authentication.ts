import { nodeCrypto } from "../../digest/node-crypto.ts";
import { sha256 } from "../../digest/sha256.ts";
import type { Access } from "../../effects/access.ts";
import { UsageError } from "../../options/usage-error.ts";
import type { Authentication } from "./authentication.ts";
import type { Caller } from "./caller.ts";
import type { Challenge } from "./challenge.ts";
import { Challenges } from "./challenges.ts";
import { isBearerToken } from "./is-bearer-token.ts";
import { longestToken } from "./longest-token.ts";
import { readBearerToken } from "./read-bearer-token.ts";

/** One token that the person gave to the server and to its clients. Whoever has it is the same caller, and may do all. */
export class BearerAuthentication implements Authentication {
  readonly #challenges = new Challenges({ realm: "drawbridge" });
  readonly #digest: Buffer;

  /** @throws UsageError for a token that no client could send */
  constructor(token: string) {
    if (token.length > longestToken) throw unusable(`has to have ${longestToken} characters or fewer`);
    if (!isBearerToken(token))
      throw unusable("has to be letters, digits and - . _ ~ + / alone, with = only at its end");
    this.#digest = digestOf(token);
  }

  async authenticate(authorization: string | undefined): Promise<Caller | Challenge> {
    const { token, fault } = readBearerToken(authorization);
    if (fault !== undefined) return this.#challenges.invalid(fault);
    if (token === undefined) {
      return this.#challenges.missing(
        "This server needs its token, sent as Authorization: Bearer. Configure the client with it.",
      );
    }
    // Digests are of one length, so that neither the length nor the first wrong character shows in the time taken.
    const isTheSame = nodeCrypto().timingSafeEqual(digestOf(token), this.#digest);
    if (isTheSame) return { principal: "bearer", access: "full" };
    return this.#challenges.invalid(
      "This is not the token of this server. Configure the client with the one it was started with.",
    );
  }

  insufficient(needed: Access): Challenge {
    return this.#challenges.insufficient(needed);
  }
}

function digestOf(token: string): Buffer {
  return Buffer.from(sha256(token), "hex");
}

function unusable(why: string): UsageError {
  return new UsageError(`DRAWBRIDGE_HTTP_TOKEN ${why}; make one with: openssl rand -hex 32`);
}
