/** One peer in one measure. Its rounds are run in turn with those of the others. */
export interface Participant {
  /** The samples of one round; none where this system cannot measure it. */
  round(): Promise<readonly number[]>;
  /** Ends what was started. */
  leave(): Promise<void>;
}
