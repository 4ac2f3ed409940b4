import type { Measure } from "../measures/measure.ts";
import type { Unit } from "../report/unit.ts";
import type { Goal } from "./goal.ts";

/** One line of the table. Several rows may show one measure, which then runs once. */
export interface Row {
  readonly label: string;
  readonly measure: Measure;
  /** Makes one figure of the samples of all rounds; there is at least one. */
  readonly statistic: (samples: readonly number[]) => number;
  readonly unit: Unit;
  readonly better: "lower" | "higher";
  readonly goal?: Goal;
}
