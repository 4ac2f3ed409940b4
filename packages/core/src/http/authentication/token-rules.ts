import type { JWTVerifyGetKey } from "jose";

/** What a token is held to. */
export interface TokenRules {
  readonly issuer: string;
  readonly audience: string;
  /** Finds the issuer's key for a token. */
  readonly key: JWTVerifyGetKey;
}
