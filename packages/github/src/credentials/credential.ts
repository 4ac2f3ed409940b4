import type { Octokit } from "@octokit/rest";

type OctokitOptions = NonNullable<ConstructorParameters<typeof Octokit>[0]>;

/** Whom GitHub is asked as. */
export interface Credential {
  /** Tells one from another in this process; no secret. */
  readonly id: string;
  /** What only its owner has: answers kept on disk are sealed with it. Undefined for nobody. */
  readonly secret: string | undefined;
  /** How Octokit is told; without anything it asks as nobody. */
  readonly octokit: Pick<OctokitOptions, "auth" | "authStrategy">;
  /** Called where GitHub does not accept it (any more). */
  readonly refused?: (() => void) | undefined;
}
