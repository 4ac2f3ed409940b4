import type { KnownRepository } from "../repositories.ts";
import type { Answer, Ask } from "./exchange.ts";
import { neededPermission } from "./needed-permission.ts";
import { notFound, refusal } from "./refusal.ts";

/** Scopes that classic tokens need outside of repositories, by how a path begins. */
const outside: ReadonlyArray<readonly [matches: RegExp, scope: string, methods: RegExp]> = [
  [/^\/gists/, "gist", /POST|PATCH|PUT|DELETE/],
  [/^\/notifications/, "notifications", /./],
  [/^\/user\/repos$/, "public_repo", /POST/],
  [/^\/user\/starred/, "public_repo", /PUT|DELETE/],
];

/**
 * What GitHub answers where somebody might, and the token of theirs may not: 404 for scopes that hide what is private, 403 with
 * the permission that is missing otherwise. Undefined where the token is good for it.
 */
export function refuseCredential(ask: Ask, repository: KnownRepository | undefined): Answer | undefined {
  const { credential, method } = ask;
  if (credential === undefined) return undefined;
  if (credential.needsSso !== undefined && repository?.fullName.startsWith(`${credential.needsSso}/`))
    return ssoRefusal(credential.needsSso);
  if (credential.kind === "classic") return refuseScopes(ask, repository);
  if (repository === undefined) return undefined;
  const { repositories, permissions = {} } = credential;
  if (repositories !== undefined && !repositories.includes(repository.fullName))
    return repository.isPrivate ? notFound() : refuseWriting(method, credential.kind);
  const [name, level] = neededPermission(
    method,
    ask.path
      .split("/")
      .slice(4)
      .map((part) => `/${part}`)
      .join(""),
  );
  const isGranted = name === "metadata" || permissions[name] === "write" || permissions[name] === level;
  if (isGranted || (level === "read" && !repository.isPrivate)) return undefined;
  return inaccessible(credential.kind, { "x-accepted-github-permissions": `${name}=${level}` });
}

function refuseScopes({ credential, method, path }: Ask, repository: KnownRepository | undefined): Answer | undefined {
  const scopes = credential?.scopes ?? [];
  if (scopes.includes("repo")) return undefined;
  if (repository?.isPrivate) return refusal(404, "Not Found", accepted("repo"));
  const isWriting = method !== "GET" && method !== "HEAD";
  if (repository !== undefined && isWriting && !scopes.includes("public_repo"))
    return refusal(404, "Not Found", accepted("public_repo, repo"));
  const wanted = outside.find(([matches, , methods]) => matches.test(path) && methods.test(method))?.[1];
  if (wanted === undefined || scopes.includes(wanted)) return undefined;
  return refusal(
    wanted === "notifications" ? 403 : 404,
    wanted === "notifications" ? "Missing the 'notifications' scope." : "Not Found",
    accepted(wanted),
  );
}

const accepted = (scopes: string) => ({ headers: { "x-accepted-oauth-scopes": scopes } });

function refuseWriting(method: string, kind: string): Answer | undefined {
  return method === "GET" || method === "HEAD" ? undefined : inaccessible(kind, {});
}

function inaccessible(kind: string, headers: Readonly<Record<string, string>>): Answer {
  const whose = kind === "installation" ? "integration" : "personal access token";
  return refusal(403, `Resource not accessible by ${whose}`, { headers });
}

function ssoRefusal(organization: string): Answer {
  const url = `https://github.com/orgs/${organization}/sso?authorization_request=AZSCKL4B`;
  const message =
    "Resource protected by organization SAML enforcement. You must grant your Personal Access token access to this organization.";
  return refusal(403, message, { headers: { "x-github-sso": `required; url=${url}` } });
}
