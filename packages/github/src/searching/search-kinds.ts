import { toShownRepository } from "../repositories/to-shown-repository.ts";
import { given } from "../shown/given.ts";
import type { Post } from "../trust/record-thread.ts";

/** Something that GitHub found, as far as it is looked at here. */
export interface Hit {
  readonly [field: string]: unknown;
}

/** How one kind of thing is searched for, and what of it is shown. */
export interface SearchKind {
  readonly route: string;
  /** What hits can be sorted by, besides how well they match. */
  readonly sorts?: readonly string[];
  /** Put before the query, where two kinds share a route. */
  readonly qualifier?: string;
  /** `owner/name` of the repository that a hit lies in; absent where it lies in none. */
  repositoryOf?(hit: Hit): string;
  shape(hit: Hit): Record<string, unknown>;
  /** Whose words of a hit are shown; absent where they are the repository's own. */
  postsOf?(hit: Hit): readonly Post[];
}

/** Without a mention the fragments around what was found are left out of the answer. */
export const withFragments = "application/vnd.github.text-match+json";

const issues = (qualifier: string): SearchKind => ({
  route: "GET /search/issues",
  sorts: ["comments", "reactions", "interactions", "created", "updated"],
  qualifier,
  repositoryOf: (hit) => /\/repos\/([^/]+\/[^/]+)$/.exec(String(hit.repository_url))?.[1] ?? "",
  postsOf,
  shape: (hit) => ({
    number: hit.number,
    title: hit.title,
    state: hit.state,
    ...given({
      state_reason: hit.state_reason,
      draft: hit.draft === true ? true : undefined,
      author: login(hit.user),
      labels: names(hit.labels),
      comments: hit.comments === 0 ? undefined : hit.comments,
      updated_at: hit.updated_at,
      fragments: fragmentsOf(hit),
    }),
  }),
});

const accountSorts = ["followers", "repositories", "joined"];

/** Everything that `github_search` finds. */
export const searchKinds = {
  repositories: {
    route: "GET /search/repositories",
    sorts: ["stars", "forks", "help-wanted-issues", "updated"],
    repositoryOf: (hit) => String(hit.full_name),
    shape: (hit) => ({ ...toShownRepository(hit as never) }),
  },
  code: {
    route: "GET /search/code",
    repositoryOf: (hit) => String((hit.repository as Hit | undefined)?.full_name),
    shape: (hit) => ({ path: hit.path, sha: hit.sha, ...given({ fragments: fragmentsOf(hit) }) }),
  },
  issues: issues("is:issue"),
  pull_requests: issues("is:pr"),
  commits: {
    route: "GET /search/commits",
    sorts: ["author-date", "committer-date"],
    repositoryOf: (hit) => String((hit.repository as Hit | undefined)?.full_name),
    shape: (hit) => {
      const { message, author } = (hit.commit ?? {}) as { message?: string; author?: { name?: string; date?: string } };
      return {
        sha: hit.sha,
        message: message?.split("\n", 1)[0] ?? "",
        ...given({ author: login(hit.author) ?? author?.name, date: author?.date }),
      };
    },
  },
  users: { route: "GET /search/users", sorts: accountSorts, qualifier: "type:user", shape: account },
  organizations: { route: "GET /search/users", sorts: accountSorts, qualifier: "type:org", shape: account },
  topics: {
    route: "GET /search/topics",
    shape: (hit) => ({
      name: hit.name,
      ...given({ description: hit.short_description || undefined, featured: hit.featured === true ? true : undefined }),
    }),
  },
} as const satisfies Record<string, SearchKind>;

function account(hit: Hit): Record<string, unknown> {
  return { login: hit.login, type: hit.type, url: hit.html_url };
}

function login(user: unknown): string | undefined {
  return (user as { login?: string } | null | undefined)?.login;
}

function names(labels: unknown): string[] | undefined {
  const found = (Array.isArray(labels) ? labels : []).map((label) => String((label as Hit).name));
  return found.length === 0 ? undefined : found;
}

/** What of a hit's matches is shown. */
function shownMatches(hit: Hit): readonly Hit[] {
  return Array.isArray(hit.text_matches) ? (hit.text_matches as Hit[]).slice(0, 3) : [];
}

function fragmentsOf(hit: Hit): string[] | undefined {
  const fragments = shownMatches(hit).map((match) => String(match.fragment));
  return fragments.length === 0 ? undefined : fragments;
}

/** Whose words of an issue are shown: what was found in comments comes without who wrote them. */
function postsOf(hit: Hit): readonly Post[] {
  const author = login(hit.user);
  const isOwn = ({ object_type: type }: Hit) => type === "Issue" || type === "PullRequest";
  const found = shownMatches(hit).map((match) => ({
    author: isOwn(match) ? author : undefined,
    body: String(match.fragment),
  }));
  return [{ author, body: "" }, ...found];
}
