/** What the emulator does not keep of a comment on lines. */
export interface LineComment {
  readonly reviewId: number | null;
  readonly startLine: number | null;
  readonly startSide: string | null;
  readonly diffHunk: string;
}

/** Comments on lines beyond what the emulator keeps, which threads are settled, and which reviews were taken back. */
export class ReviewComments {
  readonly byId = new Map<number, LineComment>();
  /** By the comment that began the thread: who settled it. */
  readonly resolvedBy = new Map<number, string>();
  readonly deletedReviews = new Set<number>();
}
