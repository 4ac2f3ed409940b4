import type { Log } from "@drawbridge/core";
import { throttling } from "@octokit/plugin-throttling";
import { Octokit } from "@octokit/rest";
import type { Credential } from "../credentials/credential.ts";
import type { ApiFetch } from "./api-fetch.ts";
import { longestWait } from "./longest-wait.ts";
import { pace } from "./pace.ts";
import { retryFailed } from "./retry-failed.ts";

const Client = Octokit.plugin(heedRetryAfter, throttling, retryFailed);

interface Settings {
  /** Tells one credential from another. */
  readonly id: string;
  readonly rest: string;
  readonly credential: Credential["octokit"];
  readonly fetch: ApiFetch;
  readonly log: Log;
}

/** What a request of ours carries for the plugins beside Octokit's own fields. */
interface Waiting {
  readonly url: string;
  readonly request?: { readonly waiting?: (seconds: number) => void };
}

/** Octokit for one credential. It waits for quota, but never long, and repeats what failed only where that is safe. */
export function octokitFor({ id, rest, credential, fetch, log }: Settings): Octokit {
  const wait = (seconds: number, options: object, _octokit: unknown, retried: number): boolean => {
    // Also where it is no number.
    if (!(seconds <= longestWait) || retried >= 2) return false;
    (options as Waiting).request?.waiting?.(seconds);
    return true;
  };
  // The plugin takes any failure of GraphQL that used the last of the allowance up for a refusal. A change may have been made.
  const waitOfRest = (seconds: number, options: object, octokit: unknown, retried: number): boolean =>
    !/\/graphql$/.test((options as Waiting).url) && wait(seconds, options, octokit, retried);
  return new Client({
    baseUrl: rest,
    userAgent: "drawbridge-github",
    ...credential,
    request: { fetch },
    throttle: { id, ...pace(), onRateLimit: waitOfRest, onSecondaryRateLimit: wait },
    // What is not GitHub's own failure fails again. Pauses of 0.1, 0.4 and 0.9 seconds.
    retry: { doNotRetry: [400, 401, 403, 404, 405, 406, 409, 410, 422, 429, 451], retryAfterBaseValue: 100 },
    log: {
      debug: () => {},
      info: () => {},
      warn: (message) => log.write("warn", { event: "github", message }),
      error: (message) => log.write("debug", { event: "github", message }),
    },
  });
}

/** The throttling plugin knows a limit by its words alone, where GitHub also says `Retry-After` in others. */
function heedRetryAfter(octokit: Pick<Octokit, "hook">): void {
  octokit.hook.error("request", (error) => {
    const { status, response } = error as { status?: number; response?: { headers?: Record<string, string> } };
    const isTold = (status === 403 || status === 429) && response?.headers?.["retry-after"] !== undefined;
    if (isTold && !/\bsecondary rate\b/i.test(error.message)) error.message += " (a secondary rate limit)";
    throw error;
  });
}
