import type { Figure } from "./figure.ts";
import type { JudgedGoal } from "./judged-goal.ts";
import type { Unit } from "./unit.ts";

/** One line of the table. */
export interface ReportRow {
  readonly label: string;
  readonly measure: string;
  readonly rounds: number;
  readonly unit: Unit;
  readonly better: "lower" | "higher";
  readonly figures: readonly Figure[];
  readonly goal?: JudgedGoal;
}
