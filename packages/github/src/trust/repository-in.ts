import type { RepositoryName } from "../api/github-call.ts";
import { fieldOf } from "./field-of.ts";

/** The repository that something GitHub answered says it lies in, or is. */
export function repositoryIn(node: Readonly<Record<string, unknown>>): RepositoryName | undefined {
  const { full_name, nameWithOwner, repository, repository_url, base } = node;
  const names = [
    /\/repos\/([^/]+\/[^/]+)$/.exec(String(repository_url ?? ""))?.[1],
    ...[full_name, nameWithOwner, fieldOf(repository, "full_name"), fieldOf(repository, "nameWithOwner")],
    fieldOf(fieldOf(base, "repo"), "full_name"),
  ];
  const [owner, repo] =
    names
      .find((name) => typeof name === "string")
      ?.toString()
      .split("/") ?? [];
  return owner && repo ? { owner, repo } : undefined;
}
