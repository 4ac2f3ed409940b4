import type { Access } from "../../effects/access.ts";

/** Who calls over HTTP, as authentication found out. */
export interface Caller {
  /** Keys whatever is kept for a caller. */
  readonly principal: string;
  /** The most that the caller's own grant allows; the server's own `--access` stands above it. */
  readonly access: Access;
  /** When the caller's token ends, in seconds since 1970; what stays open for news ends with it. */
  readonly expires?: number | undefined;
  /** Of the request that is made now, as a proxy in front of the server has it too. */
  readonly requestId?: string;
}
