/** What ours must not be worse than, beside a peer. */
export type Goal = RatioGoal | AddedGoal;

/** The most that the ratio to a peer may be where lower is better, the least where higher is. */
export interface RatioGoal {
  /** The peer's name. */
  readonly peer: string;
  readonly ratio: number;
}

/** The most that ours may be above a peer, by the median of the differences of all rounds. */
export interface AddedGoal {
  /** The peer's name. */
  readonly peer: string;
  /** In the row's unit. */
  readonly added: number;
}
