/** What a call would do, found out without doing it. */
export interface Plan {
  /** For the person who is asked: the target and, where it can be said, the exact difference. */
  readonly summary: string;
  /** Changes whenever what the summary says would no longer hold; the approval is good for this state alone. */
  readonly stateDigest: string;
}
