import type { ApiFetch } from "./api-fetch.ts";
import type { Passenger } from "./passenger.ts";
import type { Quota } from "./quota.ts";

interface Way {
  readonly fetch: ApiFetch;
  readonly quota: Quota;
  /** Called where GitHub does not accept the credential. */
  readonly refused?: (() => void) | undefined;
}

interface Asking {
  readonly isFree: boolean;
  /** Whether redirects to where GitHub keeps logs and files are followed. */
  readonly follows: boolean;
}

/** Counts what GitHub does: each answer, those that are refusals too, and none where nothing has changed. */
export function countedFetch(
  { fetch, quota, refused }: Way,
  { signal, spent }: Passenger,
  { isFree, follows }: Asking,
): ApiFetch {
  return async (url, request = {}) => {
    const answer = await fetch(url, { ...request, signal });
    spent(isFree || answer.status === 304 ? 0 : 1, quota.learn(answer.headers));
    if (answer.status === 401) refused?.();
    const location = follows ? answer.headers.get("location") : undefined;
    // A repository that has another name by now is for the caller to judge.
    if (!location || /\/repositories\/\d+/.test(location)) return answer;
    // Read to its end, or it would hold its connection until its time is up.
    await answer.text();
    // Whoever keeps logs and files gets no credential of GitHub's.
    return fetch(new URL(location, url).href, { signal, redirect: "follow" });
  };
}
