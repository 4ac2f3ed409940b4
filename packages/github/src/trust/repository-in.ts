import type { RepositoryName } from "../api/github-call.ts";
import { fieldOf } from "./field-of.ts";

/** The repository that something GitHub answered says it lies in, or is. */
export function repositoryIn(node: Readonly<Record<string, unknown>>): RepositoryName | undefined {
  const { full_name, nameWithOwner, repository, repository_url, base } = node;
  const name =
    inAddress(repository_url) ??
    textOf(full_name) ??
    textOf(nameWithOwner) ??
    textOf(fieldOf(repository, "full_name")) ??
    textOf(fieldOf(repository, "nameWithOwner")) ??
    textOf(fieldOf(fieldOf(base, "repo"), "full_name"));
  const [owner, repo] = name?.split("/") ?? [];
  return owner && repo ? { owner, repo } : undefined;
}

function inAddress(url: unknown): string | undefined {
  return typeof url === "string" ? /\/repos\/([^/]+\/[^/]+)$/.exec(url)?.[1] : undefined;
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
