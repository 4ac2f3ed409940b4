import { ConnectorError } from "@drawbridge/core";
import type { Github } from "../api/github.ts";
import type { GithubCall } from "../api/github-call.ts";
import { given } from "../shown/given.ts";
import { permissionText } from "./permission-text.ts";

interface Account {
  readonly kind: "user" | "app" | "anonymous";
  readonly login?: string;
  readonly name?: string;
  readonly scopes?: string[];
  readonly expires_at?: string;
  /** `acme (contents: write, metadata: read)` */
  readonly installations?: string[];
}

const resources = ["core", "search", "code_search", "graphql"] as const;

/** Whose credential it is, as far as GitHub says. */
export async function describeCredential(client: Github, call: GithubCall) {
  const [account, rates] = await Promise.all([
    accountOf(client, call),
    call.requestBeyond("GET /rate_limit", {}, "the rate limits"),
  ]);
  const left = resources.flatMap((name) => {
    const rate = rates.resources[name];
    if (rate === undefined) return [];
    const { remaining, limit, reset } = rate;
    return [[name, { remaining, limit, resets_at: new Date(reset * 1000).toISOString() }] as const];
  });
  return {
    ...account,
    host: new URL(client.addresses.web).host,
    ...given({ repositories: call.scope.isOpen ? undefined : [...call.scope.patterns] }),
    left: Object.fromEntries(left),
  };
}

async function accountOf({ source }: Github, call: GithubCall): Promise<Account> {
  if (source.kind === "anonymous") return { kind: "anonymous" };
  const app = await source.app?.();
  if (app === undefined) return userOf(call);
  const installations = app.installations.map(
    ({ account, permissions }) => `${account} (${permissionText(permissions)})`,
  );
  return { kind: "app", login: app.name, installations };
}

async function userOf(call: GithubCall): Promise<Account> {
  try {
    const { headers, body } = await call.sendBeyond("GET /user", {}, "the token's owner");
    const { login, name } = JSON.parse(body) as { login: string; name?: string | null };
    const scopes = headers["x-oauth-scopes"]?.split(/,\s*/).filter((scope) => scope !== "");
    const expires_at = headers["github-authentication-token-expiration"];
    return { kind: "user", login, ...given({ name, scopes, expires_at }) };
  } catch (error) {
    // An installation has no user behind it, and is told so.
    if (ConnectorError.is(error) && error.code === "refused") return { kind: "app" };
    throw error;
  }
}
