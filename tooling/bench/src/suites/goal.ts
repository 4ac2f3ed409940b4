/** What ours must not be worse than, beside a peer, or by itself. */
export type Goal = RatioGoal | AddedGoal | MostGoal;

/** The most that the ratio to a peer may be where lower is better, the least where higher is. */
export interface RatioGoal {
  /** The peer's name; of several, each. */
  readonly peer: string | readonly string[];
  readonly ratio: number;
}

/** The most that ours may be above a peer, by the median of the differences of all rounds. */
export interface AddedGoal {
  /** The peer's name. */
  readonly peer: string;
  /** In the row's unit. */
  readonly added: number;
}

/** The most that ours may be. */
export interface MostGoal {
  /** In the row's unit. */
  readonly most: number;
}
