import type { AddedGoal, MostGoal, RatioGoal } from "../suites/goal.ts";

/** A goal, and whether it was met. */
export type JudgedGoal = (RatioGoal | MostGoal | JudgedAddition) & { readonly met: boolean };

/** What was found stands with it; that of a ratio stands with the figures. */
interface JudgedAddition extends AddedGoal {
  /** In the row's unit; absent where it could not be measured. */
  readonly found?: number;
}
