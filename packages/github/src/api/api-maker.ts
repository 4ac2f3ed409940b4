import type { Log } from "@drawbridge/core";
import type { Credential } from "../credentials/credential.ts";
import type { ApiFor } from "../credentials/credential-source.ts";
import type { AnswerCache } from "./answer-cache.ts";
import type { ApiFetch } from "./api-fetch.ts";
import { GithubApi } from "./github-api.ts";
import { octokitFor } from "./octokit-for.ts";

interface Settings {
  /** Where the REST API is. */
  readonly rest: string;
  readonly fetch: ApiFetch;
  readonly log: Log;
  /** Seconds for which an answer that is remembered is used without asking. */
  readonly freshFor?: number;
  cacheFor(credential: Credential): AnswerCache | undefined;
}

/** Makes GitHub for each credential once. */
export function apiMaker({ rest, fetch, log, freshFor = 0, cacheFor }: Settings): ApiFor {
  const made = new Map<string, GithubApi>();
  return (credential) => {
    const { id, octokit, secret, refused } = credential;
    const known = made.get(id);
    if (known !== undefined) return known;
    const api = new GithubApi({
      octokit: octokitFor({ id, rest, credential: octokit, fetch, log }),
      fetch,
      cache: cacheFor(credential),
      freshFor,
      isAnonymous: secret === undefined,
      refused,
    });
    made.set(id, api);
    return api;
  };
}
