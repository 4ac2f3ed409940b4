import { ConnectorError, type EgressFetch, type EgressRequest, type Log } from "@drawbridge/core";
import { retry } from "@octokit/plugin-retry";
import { throttling } from "@octokit/plugin-throttling";
import { Octokit } from "@octokit/rest";
import { pace } from "./pace.ts";

const Client = Octokit.plugin(throttling, retry);

/** Seconds that a call waits for its quota; for longer it fails at once with the time of the reset. */
const longestWait = 30;

interface Settings {
  /** Tells one credential from another. */
  readonly id: string;
  readonly rest: string;
  readonly authorization: string | undefined;
  readonly userAgent: string;
  readonly fetch: EgressFetch;
  readonly log: Log;
}

/** What a request of ours carries for the plugins beside Octokit's own fields. */
interface Waiting {
  readonly request?: { readonly waiting?: (seconds: number) => void };
}

/** Octokit for one credential. It reaches what the guard lets it, and waits for quota, but never long. */
export function octokitFor({ id, rest, authorization, userAgent, fetch, log }: Settings): Octokit {
  const wait = (seconds: number, options: unknown, _octokit: unknown, retried: number): boolean => {
    if (seconds > longestWait || retried >= 2) return false;
    (options as Waiting).request?.waiting?.(seconds);
    return true;
  };
  return new Client({
    baseUrl: rest,
    userAgent,
    ...(authorization === undefined ? {} : { auth: authorization }),
    request: { fetch: adapted(fetch) },
    // Beside what it leaves alone by itself: a conflict is no failure that passes.
    retry: { doNotRetry: [400, 401, 403, 404, 405, 409, 410, 422, 451] },
    throttle: { id, ...pace(id), onRateLimit: wait, onSecondaryRateLimit: wait },
    log: {
      debug: () => {},
      info: () => {},
      warn: (message) => log.write("warn", { event: "github", message }),
      error: (message) => log.write("debug", { event: "github", message }),
    },
  });
}

/** Octokit hands `fetch` more than the guard takes, and nothing that the guard would need. */
function adapted(fetch: EgressFetch): typeof globalThis.fetch {
  return async (input, init = {}) => {
    const { method = "GET", headers, body, redirect, signal } = init;
    if (signal?.aborted) throw signal.reason;
    const request: EgressRequest = {
      method,
      headers: headers as Record<string, string>,
      ...(body === undefined || body === null ? {} : { body: bodyOf(body) }),
      ...(redirect === undefined ? {} : { redirect }),
      ...(signal === undefined || signal === null ? {} : { signal }),
    };
    return fetch(String(input), request);
  };
}

function bodyOf(body: unknown): string | Uint8Array {
  if (typeof body === "string" || body instanceof Uint8Array) return body;
  throw new ConnectorError("internal", "A request's body is neither text nor bytes.");
}
