import type { Access } from "../../effects/access.ts";
import type { Log } from "../../logging/log.ts";

/** What a person decides of OAuth, and what goes with it. */
export interface OAuthOptions {
  /** `--oauth-issuer`, exactly as the issuer names itself, with or without a slash at the end. */
  readonly issuer: string;
  /** `--oauth-audience`: what a token's `aud` has to hold; the resource if left out, as RFC 8707 has it. */
  readonly audience?: string | undefined;
  /** The URL of `/mcp` as clients write it. */
  readonly resource: string;
  /** The same by other names of the server's, where nobody said which of them clients use. */
  readonly aliases?: readonly string[];
  /** The server's own `--access`: no scope beyond it is asked for, since it would allow nothing. */
  readonly access: Access;
  /** Shown by clients to the person who signs in. */
  readonly name?: string | undefined;
  readonly log: Log;
}
