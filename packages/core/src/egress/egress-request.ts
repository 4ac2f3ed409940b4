import type { Cancellation } from "../cancelling/cancellation.ts";

/** What of `fetch`'s second argument the guard takes. */
export interface EgressRequest {
  readonly method?: string;
  /** At most 64 and 16 KiB together; those that steer the connection (`host`, `connection` …) are the guard's own. */
  readonly headers?: Readonly<Record<string, string>> | Iterable<readonly [string, string]>;
  /** Held whole in memory, since a redirect may ask for it again. */
  readonly body?: string | Uint8Array;
  /** What to make of a redirect: `manual` hands it to the caller as it is. `follow` by default. */
  readonly redirect?: "follow" | "manual" | "error";
  readonly signal?: Cancellation;
}
