import type { Access } from "../../effects/access.ts";
import { bearerChallenge } from "./bearer-challenge.ts";
import type { Challenge } from "./challenge.ts";
import { scopeOf } from "./scope-of.ts";

/** The challenges of one server, each with what tells a client where to begin. */
export class Challenges {
  readonly #server: Readonly<Record<string, string>>;

  /** @param server parameters that every challenge has */
  constructor(server: Readonly<Record<string, string>>) {
    this.#server = server;
  }

  /** Without an error code, as RFC 6750, section 3.1, has it for a client that may not know that a token is needed. */
  missing(message: string, scope?: string): Challenge {
    return this.#challenge(401, message, scope === undefined ? {} : { scope });
  }

  invalid(message: string): Challenge {
    return this.#challenge(401, message, { error: "invalid_token", error_description: message });
  }

  insufficient(needed: Access): Challenge {
    const scope = scopeOf(needed);
    const message = `The token does not allow this, which needs the scope ${scope}. Let the client ask for a token with it.`;
    return this.#challenge(403, message, { error: "insufficient_scope", error_description: message, scope });
  }

  #challenge(status: 401 | 403, message: string, more: Readonly<Record<string, string>>): Challenge {
    return { status, challenge: bearerChallenge({ ...this.#server, ...more }), message };
  }
}
