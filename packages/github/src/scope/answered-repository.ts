import { ConnectorError } from "@drawbridge/core";
import type { RepositoryName } from "../api/github-call.ts";
import { fieldOf } from "../trust/field-of.ts";

/**
 * The repository that a query of GraphQL's was answered from. Of one that was renamed or given away GraphQL answers under its
 * name from before, where REST sends on to its number: what it is called now only the answer tells.
 *
 * @param named as the query names it; of that is also what is found by identifiers alone
 * @throws ConnectorError `internal` for a query that does not ask for the name
 */
export function answeredRepository(data: unknown, named: RepositoryName): RepositoryName {
  const repository = fieldOf(data, "repository");
  if (repository === undefined || repository === null) return named;
  const [owner, repo] = String(fieldOf(repository, "nameWithOwner") ?? "").split("/");
  if (owner && repo) return { owner, repo };
  throw new ConnectorError("internal", "A query of what a repository has asks for its nameWithOwner too.");
}
