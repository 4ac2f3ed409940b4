import type { Source } from "./source.ts";

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
    const { owner, repo, author = "", commit = "" } = source;
    const key = [owner, repo, author, commit].join("/").toLowerCase();
    if (this.#sources.has(key)) return;
    if (this.#sources.size >= mostSources) this.#isFull = true;
    else this.#sources.set(key, source);
  }

  get sources(): readonly Source[] {
    return [...this.#sources.values()];
  }

  /** How much there is; it only grows, so that the same number means that nothing was added. */
  get size(): number {
    return this.#sources.size + (this.#isFull ? 1 : 0);
  }

  /** Whether something was read that is not told apart any more. */
  get isFull(): boolean {
    return this.#isFull;
  }
}
