import type { JWTVerifyGetKey } from "jose";

/** What a token is held to. */
export interface TokenRules {
  readonly issuer: string;
  /** One of them has to be the token's. */
  readonly audiences: readonly string[];
  /** Finds the issuer's key for a token. */
  readonly key: JWTVerifyGetKey;
}
