/** Whose repositories a token is for, and the token: what `--token-for acme=ACME_TOKEN` says. */
export interface OwnersToken {
  readonly owner: string;
  readonly variable: string;
  /** Undefined where the variable is not set. */
  readonly token: string | undefined;
}

/** The command line names a variable and never the token, since process lists show it. */
export function tokenFor(pair: string): OwnersToken {
  const at = pair.indexOf("=");
  const variable = pair.slice(at + 1);
  const value = process.env[variable];
  return { owner: pair.slice(0, at), variable, token: value === "" ? undefined : value };
}
