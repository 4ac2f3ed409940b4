import type { JWTHeaderParameters, JWTPayload } from "jose";
import { TokenFault } from "./token-fault.ts";

/** OpenID Connect Core, section 2, gives a subject 255. */
const longestSubject = 255;

/**
 * Checks of what is signed that jose does not make.
 *
 * @returns the subject
 * @throws TokenFault
 */
export function checkClaims({ typ }: JWTHeaderParameters, claims: JWTPayload): string {
  const kind = typ?.toLowerCase().replace(/^application\//, "") ?? "jwt";
  if ((kind !== "at+jwt" && kind !== "jwt") || isIdToken(claims)) {
    throw new TokenFault("The token is not an access token. Send the access token that the issuer gave with it.");
  }
  if (claims.cnf !== undefined) {
    // Taking it from whoever has it would undo what its issuer wanted.
    throw new TokenFault(
      "The token is bound to a key of its client (cnf), which this server cannot check. Get a bearer token.",
    );
  }
  const { sub } = claims;
  if (typeof sub === "string" && sub !== "" && sub.length <= longestSubject) return sub;
  throw new TokenFault(
    `The token has no subject (sub) of 1 to ${longestSubject} characters. Configure the issuer to name one.`,
  );
}

/** Marks that no access token has. `nonce` is not among them: Keycloak put it into both until version 24. */
function isIdToken({ at_hash, c_hash, token_use, typ }: JWTPayload): boolean {
  return at_hash !== undefined || c_hash !== undefined || token_use === "id" || typ === "ID";
}
