import type { Access } from "../../effects/access.ts";
import type { Caller } from "./caller.ts";
import type { Challenge } from "./challenge.ts";

/** One way of finding out who calls. Asked anew for every request: a token may have expired since the last. */
export interface Authentication {
  /** @param authorization the header as it came */
  authenticate(authorization: string | undefined): Promise<Caller | Challenge>;
  /** For a caller whose token is good, but whose scopes do not cover what a call needs. */
  insufficient(needed: Access): Challenge;
  /** Protected resource metadata (RFC 9728), where there is any to serve. */
  readonly metadata?: { readonly paths: readonly string[]; readonly document: object };
  /**
   * The same to those who call the server by another of its names: clients refuse metadata of another address than theirs.
   *
   * @param host as URLs have it
   */
  at?(host: string): Authentication | undefined;
}
