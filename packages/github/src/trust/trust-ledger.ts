/** Something that was read, with the one who wrote it. */
export interface Source {
  readonly owner: string;
  readonly repo: string;
  /** A login; undefined for what a repository itself holds, for which those stand who may write there. */
  readonly author: string | undefined;
  /** For people: `issue acme/site#12`. */
  readonly what: string;
}

/** As many are told apart; with more, everything counts as read from strangers and from private places. */
const mostSources = 5000;

/**
 * What one principal has read since the server started: whose words, and from which repositories. It only keeps the account;
 * who may be trusted and what is private is looked up when something is about to be written.
 */
export class TrustLedger {
  readonly #sources = new Map<string, Source>();
  #isFull = false;

  record(source: Source): void {
    const key = [source.owner, source.repo, source.author ?? ""].join("/").toLowerCase();
    if (this.#sources.has(key)) return;
    if (this.#sources.size >= mostSources) this.#isFull = true;
    else this.#sources.set(key, source);
  }

  get sources(): readonly Source[] {
    return [...this.#sources.values()];
  }

  /** Whether something was read that is not told apart any more. */
  get isFull(): boolean {
    return this.#isFull;
  }
}
