import type { RepositoryScope } from "../scope/repository-scope.ts";
import type { SearchKind } from "./search-kinds.ts";

/** GitHub takes no more than 256 characters beside qualifiers, and few qualifiers of one sort. */
const mostQualifiers = 20;

/**
 * The query as GitHub is asked it. The scope goes along where it is short, so that pages are not filled with what would be
 * left out; what comes back is held against the scope in any case.
 */
export function scopedQuery(query: string, { qualifier, repositoryOf }: SearchKind, scope: RepositoryScope): string {
  const parts = qualifier === undefined ? [query] : [query, qualifier];
  const isNarrowed = /(^|\s)(repo|org|user):/i.test(query);
  const { patterns } = scope;
  if (repositoryOf === undefined || isNarrowed || patterns.length === 0 || patterns.length > mostQualifiers)
    return parts.join(" ");
  const qualifiers = patterns.map((pattern) =>
    pattern.endsWith("/*") ? `user:${pattern.slice(0, -2)}` : `repo:${pattern}`,
  );
  return [...parts, ...qualifiers].join(" ");
}
