import type { Access, Finding } from "@drawbridge/core";
import type { Github } from "../api/github.ts";
import type { CredentialSource } from "../credentials/credential-source.ts";
import { describeCredential } from "../credentials/describe-credential.ts";
import { permissionText } from "../credentials/permission-text.ts";

type Described = Awaited<ReturnType<typeof describeCredential>>;
type App = Awaited<ReturnType<NonNullable<CredentialSource["app"]>>>;

/** Whose credential it is, what it may do, and what it lacks for the access that was granted. */
export async function* credentialFindings(
  client: Github,
  access: Access,
  signal: AbortSignal,
): AsyncGenerator<Finding> {
  const described = await describeCredential(client, client.ownCall(signal));
  if (described.kind === "anonymous") yield anonymous(client.addresses.web);
  else if (client.source.app !== undefined) yield* appFindings(await client.source.app(), access);
  else if (described.kind === "app") yield installationToken;
  else yield* userFindings(described, access, client);
  yield allowance(described);
}

function anonymous(web: string): Finding {
  return {
    level: "warning",
    title: "No token is given: only what is public can be read, and nothing changed",
    detail: "GitHub answers 60 times an hour so, and 5000 times with a token",
    remedy: `Make a token at ${web}/settings/personal-access-tokens/new, and start the server with GITHUB_TOKEN set to it`,
  };
}

const installationToken: Finding = {
  level: "ok",
  title: "The token is that of an App's installation, or of a workflow",
  detail: "GitHub does not say what such a token may do; a workflow's has what its `permissions` key says",
};

function* userFindings(described: Described, access: Access, client: Github): Generator<Finding> {
  const { login, scopes, expires_at: expires } = described;
  if (scopes === undefined) {
    yield {
      level: "ok",
      title: `The token is ${login}'s, fine-grained`,
      detail: "GitHub does not say which permissions it has",
    };
  } else {
    yield { level: "ok", title: `The token is ${login}'s, with the scopes ${scopes.join(", ") || "(none)"}` };
    yield* scopeFindings(scopes, access);
    if (scopes.includes("repo") && client.scope.isOpen) yield wide(login ?? "", client.addresses.web);
  }
  if (expires !== undefined) yield expiry(expires, client.addresses.web);
}

/** What a classic token cannot do without, as GitHub's documentation has it ("Scopes for OAuth apps"). */
const uses: ReadonlyArray<readonly [scope: string, lack: string, forWriting: boolean]> = [
  ["repo", "private repositories are not seen, and no code is changed", false],
  ["read:org", "teams and private memberships are not seen", false],
  ["workflow", "files under .github/workflows cannot be changed", true],
];

/** Scopes that hold another. */
const holders: Readonly<Record<string, readonly string[]>> = { "read:org": ["write:org", "admin:org"] };

function* scopeFindings(scopes: readonly string[], access: Access): Generator<Finding> {
  for (const [scope, lack, forWriting] of uses) {
    const isHeld = [scope, ...(holders[scope] ?? [])].some((name) => scopes.includes(name));
    if (isHeld || (forWriting && access === "read")) continue;
    yield { level: "note", title: `The token lacks the scope ${scope}`, detail: `Without it ${lack}` };
  }
}

function wide(login: string, web: string): Finding {
  return {
    level: "warning",
    title: `The token reaches every repository that ${login} can`,
    detail: "What a model is talked into reaches as far",
    remedy: `Name the repositories with --repos, or make a fine-grained token at ${web}/settings/personal-access-tokens/new`,
  };
}

const week = 7 * 24 * 3_600_000;

function expiry(expires: string, web: string): Finding {
  // As GitHub writes it: 2026-12-24 08:00:00 UTC, or with an offset instead.
  const left = Date.parse(expires) - Date.now();
  if (!(left < week)) return { level: "ok", title: `The token is good until ${expires}` };
  return {
    level: "warning",
    title: `The token runs out at ${expires}`,
    remedy: `Make another at ${web}/settings/tokens before then`,
  };
}

function* appFindings({ name, installations }: App, access: Access): Generator<Finding> {
  yield { level: "ok", title: `The server acts as the GitHub App ${name}` };
  if (installations.length === 0)
    yield { level: "problem", title: "The App is installed nowhere", remedy: "Install it from its page on GitHub" };
  for (const { account, permissions } of installations) {
    yield { level: "ok", title: `It is installed for ${account}`, detail: `It may ${permissionText(permissions)}` };
    const lacks = access === "read" ? [] : wanted.filter((permission) => permissions[permission] !== "write");
    if (lacks.length > 0)
      yield {
        level: "note",
        title: `For ${account} the App may not write ${lacks.join(", ")}`,
        remedy: "Grant it in the App's settings; the owner is asked to agree",
      };
  }
}

/** What the default tools write. */
const wanted = ["contents", "issues", "pull_requests", "actions"];

function allowance({ left }: Described): Finding {
  const { remaining = 0, limit = 0, resets_at = "" } = left.core ?? {};
  const level = remaining * 10 < limit ? "warning" : "ok";
  return { level, title: `${remaining} of ${limit} requests are left until ${resets_at}` };
}
