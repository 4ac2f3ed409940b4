import type { GithubApi } from "../api/github-api.ts";
import type { Credential } from "./credential.ts";

/** Makes GitHub for a credential; for each of them once. */
export type ApiFor = (credential: Credential) => GithubApi;

/** Where an App is installed, as far as it is looked at here. */
export interface Installation {
  readonly id: number;
  readonly account: string;
  readonly permissions: Readonly<Record<string, string>>;
}

/** Where the credential of a request comes from. */
export interface CredentialSource {
  /** `token`: one that was given; `app`: a GitHub App's; `login`: of somebody who logs in by device; `anonymous`: nobody's. */
  readonly kind: "token" | "app" | "login" | "anonymous";
  /**
   * GitHub as it is asked about what an owner has; about what belongs to no owner, where none is named.
   *
   * @throws ConnectorError `unauthorized` where a person has to do something first, which its message says
   */
  apiFor(owner: string | undefined): Promise<GithubApi>;
  /** What GitHub says of an App. */
  app?(): Promise<{ readonly name: string; readonly installations: readonly Installation[] }>;
  /** Throws `unauthorized` where a person has to do something first, and begins nothing. */
  assertReady?(): Promise<void>;
  /** Lets go of what is still waited for. */
  close?(): void;
}
