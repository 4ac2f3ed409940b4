import { type JWTPayload, jwtVerify } from "jose";
import { ConnectorError } from "../../errors/connector-error.ts";
import { checkClaims } from "./check-claims.ts";
import { faultOf } from "./fault-of.ts";
import { TokenFault } from "./token-fault.ts";
import type { TokenRules } from "./token-rules.ts";

/** All of them asymmetric: with any other, whoever can check a token could make one. */
const algorithms = [
  ...["RS256", "RS384", "RS512", "PS256", "PS384", "PS512"],
  ...["ES256", "ES384", "ES512", "EdDSA", "Ed25519"],
];

/** Seconds by which clocks may differ. */
const clockTolerance = 10;

/** What is known from a token that was accepted. */
interface Verified {
  readonly subject: string;
  readonly claims: JWTPayload;
}

/**
 * Accepts a JWT access token (RFC 9068) of the one issuer, for this server, within its time.
 *
 * @throws TokenFault where the token is at fault, ConnectorError `unavailable` where the issuer cannot be asked
 */
export async function verifyAccessToken(token: string, rules: TokenRules): Promise<Verified> {
  const { issuer } = rules;
  const audience = [...rules.audiences];
  try {
    const requiredClaims = ["exp", "sub"];
    const { protectedHeader, payload } = await jwtVerify(token, rules.key, {
      ...{ issuer, audience, requiredClaims, algorithms, clockTolerance },
    });
    return { subject: checkClaims(protectedHeader, payload), claims: payload };
  } catch (error) {
    if (ConnectorError.is(error) || error instanceof TokenFault) throw error;
    // Without the cause, which may hold all that the token says.
    throw new TokenFault(faultOf(error, rules));
  }
}
