import { errors } from "jose";
import type { TokenRules } from "./token-rules.ts";

/** What to tell whoever sent a token that jose does not accept. jose's own messages are not passed on: some quote it. */
export function faultOf(error: unknown, { issuer, audiences }: TokenRules): string {
  if (error instanceof errors.JWTExpired) return "The token has expired. Get a new one.";
  if (error instanceof errors.JWTClaimValidationFailed) return faultOfClaim(error, issuer, audiences.join(" or "));
  if (error instanceof errors.JOSEAlgNotAllowed) {
    return `The token is not signed with a private key of its issuer (RS256, ES256 or alike). Get one from ${issuer}.`;
  }
  if (error instanceof errors.JWKSNoMatchingKey) {
    return `The token is signed with a key that ${issuer} does not publish, or no longer. Get a new one there.`;
  }
  if (error instanceof errors.JWKSMultipleMatchingKeys) {
    return `The token does not name its key (kid), and ${issuer} has several. Configure it to name the key.`;
  }
  if (error instanceof errors.JWSSignatureVerificationFailed)
    return `The token is not as ${issuer} signed it. Get a new one.`;
  return `The token is no JWT that can be checked. Configure ${issuer} to issue access tokens as signed JWTs.`;
}

function faultOfClaim({ claim, reason }: errors.JWTClaimValidationFailed, issuer: string, audience: string): string {
  if (claim === "iss") return `The token is from another issuer. Get one from ${issuer}.`;
  if (claim === "aud") return `The token is for another server. Get one whose audience (aud) is ${audience}.`;
  if (claim === "nbf" && reason === "check_failed")
    return "The token is not valid yet. Check the clocks of the issuer and of this server.";
  return `The token has no sound ${claim}. Configure ${issuer} to put it into access tokens.`;
}
