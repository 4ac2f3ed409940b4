/** Why a request is not admitted, in HTTP's words. */
export interface Challenge {
  readonly status: 401 | 403 | 503;
  /** Value of WWW-Authenticate; undefined with 503. */
  readonly challenge: string | undefined;
  /** For the person who configures the client: what was wrong and what to do. Never holds any of the token. */
  readonly message: string;
  /** Seconds, with 503. */
  readonly retryAfter?: number;
}
