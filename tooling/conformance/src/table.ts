import type { Outcome } from "./outcome.ts";

/** What was tried against one server in one revision. */
export interface Trial {
  readonly title: string;
  readonly scored: readonly Outcome[];
  readonly unscored: readonly Outcome[];
}

/** A trial as text for a terminal: scenario by scenario, what counts before what does not. */
export function renderTable({ title, scored, unscored }: Trial): string {
  const width = Math.max(...[...scored, ...unscored].map(({ scenario }) => scenario.length));
  const passed = scored.filter((outcome) => outcome.passed).length;
  return [
    `${title}: ${passed} of ${scored.length} passed`,
    ...scored.flatMap((outcome) => lines(outcome, width)),
    ...(unscored.length === 0 ? [] : ["  not scored:", ...unscored.map((outcome) => line(outcome, width, "failed"))]),
    "",
    "",
  ].join("\n");
}

function lines(outcome: Outcome, width: number): string[] {
  return [line(outcome, width, "FAILED"), ...outcome.remarks.map((remark) => `      ${remark}`)];
}

function line({ scenario, passed }: Outcome, width: number, failed: string): string {
  return `  ${scenario.padEnd(width)}  ${passed ? "passed" : failed}`;
}
