import type { RepositoryName } from "../api/github-call.ts";
import type { RepositoryScope } from "../scope/repository-scope.ts";
import { authorsIn } from "./authors-in.ts";
import { nobody } from "./nobody.ts";
import { repositoryIn } from "./repository-in.ts";
import type { TrustLedger } from "./trust-ledger.ts";

interface Surroundings {
  readonly ledger: TrustLedger;
  /** What lies outside of it is shown to nobody, and so not recorded. */
  readonly scope: RepositoryScope;
  /** For people: `issue acme/site#12`. */
  readonly what: string;
}

/** What comes along with what was asked for and is not shown: commits that others are compared with, a fork's relatives. */
const aside: ReadonlySet<string> = new Set(["base_commit", "merge_base_commit", "template_repository"]);

/**
 * Records whose words an answer of GitHub's holds, wherever in it they stand. Nothing has to be known of the route, so that no
 * tool can forget it. What lies in no repository, such as a gist, is recorded by whoever asks for it.
 *
 * @param at the repository that was asked about; undefined where none was
 */
export function recordAnswer(answer: unknown, at: RepositoryName | undefined, around: Surroundings): void {
  if (Array.isArray(answer)) for (const one of answer) recordAnswer(one, at, around);
  else if (typeof answer === "object" && answer !== null) recordNode(answer as Record<string, unknown>, at, around);
}

function recordNode(
  node: Readonly<Record<string, unknown>>,
  at: RepositoryName | undefined,
  around: Surroundings,
): void {
  const { ledger, scope, what } = around;
  const here = repositoryIn(node) ?? at;
  if (here !== undefined && !scope.admits(here.owner, here.repo)) return;
  const isRepository = typeof node.full_name === "string";
  if (here !== undefined) {
    if (isRepository && at === undefined) ledger.record({ ...here, author: undefined, what });
    for (const author of authorsIn(node)) ledger.record({ ...here, author: author ?? nobody, what });
  }
  // Keys alone: a list has thousands, most of them of no object.
  for (const field of Object.keys(node)) {
    const isRelative = isRepository && (field === "parent" || field === "source");
    if (typeof node[field] === "object" && !isRelative && !aside.has(field)) recordAnswer(node[field], here, around);
  }
}
