import { ConnectorError } from "@drawbridge/core";
import type { RepositoryScope } from "../scope/repository-scope.ts";
import { queryWords } from "./query-words.ts";
import type { SearchKind } from "./search-kinds.ts";

/** GitHub takes few qualifiers of one sort. */
const mostQualifiers = 20;

/** What says where to search, in GitHub's own words and those that its pages take. */
const places = /^-?(repo|repository|org|organization|user|owner|enterprise):/i;

/** What joins words to alternatives, of which one could lead out of the scope. */
const joining = /^(or|and)$/i;

/**
 * The query as GitHub is asked it. Within a scope it names repositories of the scope and no others, whatever its text says:
 * neither hits nor their number may come from elsewhere.
 *
 * @throws ConnectorError `invalid_input` for what would lead out of the scope, or cannot be told apart from that
 */
export function scopedQuery(query: string, { qualifier, repositoryOf }: SearchKind, scope: RepositoryScope): string {
  if (repositoryOf === undefined || scope.isOpen) return [query, qualifier].filter((part) => part).join(" ");
  const words = queryWords(query);
  const named = words.filter((word) => places.test(word));
  for (const word of named) assertWithin(word, scope);
  const text = words.filter((word) => !places.test(word)).map((word) => (joining.test(word) ? `"${word}"` : word));
  // In front, so that nothing in the text could take them in.
  return [...(named.length > 0 ? named : allOf(scope)), ...text, qualifier].filter((part) => part).join(" ");
}

function allOf({ patterns }: RepositoryScope): readonly string[] {
  if (patterns.length > mostQualifiers)
    throw invalid(`name the repository that is meant, as repo:${patterns[0]}; so many are not searched at once`);
  return patterns.map((pattern) => (pattern.endsWith("/*") ? `user:${pattern.slice(0, -2)}` : `repo:${pattern}`));
}

function assertWithin(word: string, scope: RepositoryScope): void {
  const [sort = "", value = ""] = word.split(/:(.*)/s);
  const isRepository = /^repo$/i.test(sort);
  const isOwner = /^(user|org)$/i.test(sort) && !value.includes("/");
  if ((isRepository && scope.admitsNamed(value)) || (isOwner && scope.admitsOwner(value))) return;
  throw invalid(`${word} leads out of the repositories that may be searched here: ${scope.patterns.join(", ")}`);
}

function invalid(problem: string): ConnectorError {
  return new ConnectorError("invalid_input", `The query cannot be asked so: ${problem}.`);
}
