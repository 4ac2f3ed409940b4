import type { RepositoryScope } from "./repository-scope.ts";

/**
 * What GraphQL answered without the nodes of repositories that may not be used: null stands in their place, as GitHub puts it
 * for what the token may not see. Whatever tells its repository is held against the scope, a repository itself too.
 */
export function withoutOutsiders(answer: unknown, scope: RepositoryScope): unknown {
  if (scope.isOpen || typeof answer !== "object" || answer === null) return answer;
  if (Array.isArray(answer)) return answer.map((one) => withoutOutsiders(one, scope));
  const { nameWithOwner: own, repository } = answer as Node;
  const name = own ?? repository?.nameWithOwner;
  if (typeof name === "string" && !scope.admitsNamed(name)) return null;
  return Object.fromEntries(Object.entries(answer).map(([field, value]) => [field, withoutOutsiders(value, scope)]));
}

interface Node {
  readonly nameWithOwner?: unknown;
  readonly repository?: { readonly nameWithOwner?: unknown } | null;
}
