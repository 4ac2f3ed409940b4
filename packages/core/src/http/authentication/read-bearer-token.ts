import { isBearerToken } from "./is-bearer-token.ts";
import { longestToken } from "./longest-token.ts";

/** A token, a fault in how one was sent, or neither, where none was sent. */
interface Credentials {
  readonly token?: string;
  readonly fault?: string;
}

/** Reads `Authorization` by RFC 6750, section 2.1. Another scheme counts as no token, as its section 3.1 has it. */
export function readBearerToken(authorization = ""): Credentials {
  if (!/^bearer(?: |$)/i.test(authorization)) return {};
  const token = authorization.slice("bearer".length).replace(/^ +/, "");
  if (token.length > longestToken)
    return { fault: `The token is over ${longestToken} characters. Send a shorter one.` };
  if (isBearerToken(token)) return { token };
  return { fault: "The header is not Authorization: Bearer with one token after it. Send it so, once." };
}
