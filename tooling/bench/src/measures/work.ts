/** A task, and how it is known to be done rightly. */
export interface Work {
  /** By its name among the peer's tasks. */
  readonly task: string;
  /** Throws unless these are the items that were to come; runs after every time, off the clock. */
  readonly check: (items: readonly string[]) => void;
}
