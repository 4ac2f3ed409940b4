import type { GithubApi } from "../api/github-api.ts";
import type { CredentialSource } from "./credential-source.ts";

/** One credential for everything. */
export function oneApi(api: GithubApi): CredentialSource {
  return { kind: api.isAnonymous ? "anonymous" : "token", apiFor: async () => api };
}
