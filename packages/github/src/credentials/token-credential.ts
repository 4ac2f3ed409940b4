import type { Credential } from "./credential.ts";

/** A token of any kind, or nobody's without one. */
export function tokenCredential(id: string, token: string | undefined): Credential {
  return { id, secret: token, octokit: token === undefined ? {} : { auth: token } };
}
