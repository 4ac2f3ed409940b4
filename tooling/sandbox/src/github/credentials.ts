/** Somebody with an account, and how far it reaches. */
export interface Person {
  readonly login: string;
  readonly name?: string;
}

/** What a token stands for. Only classic ones have scopes; fine-grained ones and those of an app have permissions. */
export interface Credential {
  readonly token: string;
  readonly login: string;
  readonly kind: "classic" | "fine-grained" | "installation" | "app";
  readonly scopes?: readonly string[];
  /** `contents: "read"` and so on. */
  readonly permissions?: Readonly<Record<string, string>>;
  /** Full names that a fine-grained token is held to; all without it. */
  readonly repositories?: readonly string[];
  /** As GitHub writes it: `2026-12-24 08:00:00 UTC`. */
  readonly expires?: string;
  /** An organisation that wants single sign-on, which this token has not been through. */
  readonly needsSso?: string;
}

/**
 * ada owns the organisation; ben writes, rita reads, both of them members; olga is from outside and writes to the site alone.
 * mallory is a stranger, `octocat[bot]` a bot, and octocat-bot a person whose shown name is that bot's.
 */
export const people: readonly Person[] = [
  { login: "ada", name: "Ada Stone" },
  { login: "ben", name: "Ben Hill" },
  { login: "rita", name: "Rita Reeds" },
  { login: "olga", name: "Olga Outside" },
  { login: "mallory", name: "Mallory" },
  { login: "octocat[bot]" },
  { login: "octocat-bot", name: "octocat[bot]" },
];

/** Classic tokens, one a person. Members of the organisation have the scope of private repositories. */
export const credentials: readonly Credential[] = people.map(({ login }, place) => ({
  token: `ghp_sandbox${login.replaceAll(/[^a-z]/g, "")}`.padEnd(39, "0") + place,
  login,
  kind: "classic",
  scopes: ["ada", "ben", "rita", "olga"].includes(login)
    ? ["repo", "read:org", "gist", "notifications", "workflow", "project"]
    : ["public_repo", "gist", "notifications"],
}));
