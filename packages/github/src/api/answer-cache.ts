/** An answer that GitHub will confirm by its entity tag at no cost. */
export interface KnownAnswer {
  readonly etag: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** As it was sent. */
  readonly body: string;
}

/**
 * Answers that were had under one credential. None is used before GitHub, asked under the same credential, confirms that it
 * is still so.
 */
export interface AnswerCache {
  get(key: string): KnownAnswer | undefined | Promise<KnownAnswer | undefined>;
  set(key: string, answer: KnownAnswer): void | Promise<void>;
}
