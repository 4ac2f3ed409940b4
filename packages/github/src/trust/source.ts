import type { RepositoryFacts } from "./repository-facts.ts";

/** Something that was read, with the one who wrote it. */
export interface Source {
  readonly owner: string;
  readonly repo: string;
  /** A login; undefined for what a repository itself holds, for which those stand who may write there. */
  readonly author: string | undefined;
  /**
   * The commit that it was read at, where the caller named one. GitHub shows commits of forks under the name of the
   * repository they were forked from, so that such a name alone vouches for nothing.
   */
  readonly commit?: string | undefined;
  /**
   * Of what lies in no repository, such as a gist: how many may read it, and whether people who are trusted here wrote it.
   * `repo` then tells it apart from others of its owner.
   */
  readonly beyond?: Pick<RepositoryFacts, "privacy" | "isOurs"> | undefined;
  /** For people: `issue acme/site#12`. */
  readonly what: string;
}
