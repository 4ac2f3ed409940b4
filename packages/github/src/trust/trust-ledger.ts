/** Something that was read, with the one who wrote it. */
export interface Source {
  readonly owner: string;
  readonly repo: string;
  /** A login, or nobody whom the look-up of permissions could vouch for. */
  readonly author: string | undefined;
  /** For people: `issue acme/site#12`. */
  readonly what: string;
}

/** As many are told apart; with more, everything counts as read from strangers and from private places. */
const most = { sources: 2000, repositories: 500 };

/**
 * What one principal has read since the server started: whose words, and from which repositories. It only keeps the account;
 * who may be trusted and what is private is looked up when something is about to be written.
 */
export class TrustLedger {
  readonly #sources = new Map<string, Source>();
  readonly #repositories = new Map<string, { readonly owner: string; readonly repo: string }>();
  #isFull = false;

  /** Words of somebody were read. */
  readWords(source: Source): void {
    this.readFrom(source.owner, source.repo);
    const key = [source.owner, source.repo, source.author ?? ""].join("/").toLowerCase();
    if (this.#sources.has(key)) return;
    if (this.#sources.size >= most.sources) this.#isFull = true;
    else this.#sources.set(key, source);
  }

  /** Something was read of a repository. */
  readFrom(owner: string, repo: string): void {
    const key = `${owner}/${repo}`.toLowerCase();
    if (this.#repositories.has(key)) return;
    if (this.#repositories.size >= most.repositories) this.#isFull = true;
    else this.#repositories.set(key, { owner, repo });
  }

  get sources(): readonly Source[] {
    return [...this.#sources.values()];
  }

  get repositories(): ReadonlyArray<{ readonly owner: string; readonly repo: string }> {
    return [...this.#repositories.values()];
  }

  /** Whether something was read that is not told apart any more. */
  get isFull(): boolean {
    return this.#isFull;
  }
}
