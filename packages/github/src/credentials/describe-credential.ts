import { ConnectorError, type ToolContext } from "@drawbridge/core";
import type { Github } from "../api/github.ts";
import type { GithubCall } from "../api/github-call.ts";
import { given } from "../shown/given.ts";

interface Account {
  readonly kind: "user" | "app" | "anonymous";
  readonly login?: string;
  readonly name?: string;
  readonly scopes?: string[];
}

const resources = ["core", "search", "code_search", "graphql"] as const;

/** Whose credential it is, as far as GitHub says. */
export async function describeCredential(context: ToolContext<Github>) {
  const { client } = context;
  const call = client.call(context);
  const [account, rates] = await Promise.all([
    client.hasToken ? accountOf(call) : { kind: "anonymous" as const },
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

async function accountOf(call: GithubCall): Promise<Account> {
  try {
    const { headers, body } = await call.sendBeyond("GET /user", {}, "the token's owner");
    const { login, name } = JSON.parse(body) as { login: string; name?: string | null };
    const scopes = headers["x-oauth-scopes"]?.split(/,\s*/).filter((scope) => scope !== "");
    return { kind: "user", login, ...given({ name, scopes }) };
  } catch (error) {
    // An installation has no user behind it, and is told so.
    if (ConnectorError.is(error) && error.code === "refused") return { kind: "app" };
    throw error;
  }
}
