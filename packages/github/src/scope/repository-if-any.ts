import { ConnectorError } from "@drawbridge/core";
import type { RepositoryName } from "../api/github-call.ts";

/** The repository that an input names, where it need not name one. Throws `invalid_input` for half of a name. */
export function repositoryIfAny({
  owner,
  repo,
}: { readonly [Part in keyof RepositoryName]?: string | undefined }): RepositoryName | undefined {
  if (owner !== undefined && repo !== undefined) return { owner, repo };
  if (owner === undefined && repo === undefined) return undefined;
  throw new ConnectorError("invalid_input", "Give owner and repo both, or neither.");
}
