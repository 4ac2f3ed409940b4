/** Who a token stands for, and what GitHub says of it. */
export interface Credential {
  readonly token: string;
  readonly login: string;
  /** Of a classic token; a fine-grained one has none. */
  readonly scopes: readonly string[];
}

/** Tokens of the organisation's people, and of those outside. */
export const credentials: readonly Credential[] = [
  { token: "ghp_sandboxAda000000000000000000000000000001", login: "ada", scopes: ["repo", "read:org"] },
  { token: "ghp_sandboxBen000000000000000000000000000002", login: "ben", scopes: ["repo"] },
  { token: "ghp_sandboxMallory0000000000000000000000003", login: "mallory", scopes: ["public_repo"] },
  { token: "ghp_sandboxBot000000000000000000000000000004", login: "octocat[bot]", scopes: ["public_repo"] },
];
