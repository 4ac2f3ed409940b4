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
  /** For people: `issue acme/site#12`. */
  readonly what: string;
}
