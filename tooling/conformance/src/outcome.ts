import type { Check } from "./check.ts";

/** How a scenario ended. */
export interface Outcome {
  readonly scenario: string;
  readonly passed: boolean;
  /** One line for each check that failed or that the suite warns of. */
  readonly remarks: readonly string[];
}

/**
 * A scenario passes where it looked at something and nothing failed.
 *
 * @param isExcused what a check that failed is passed over for
 */
export function outcomeOf(
  scenario: string,
  checks: readonly Check[],
  isExcused: (check: Check) => boolean = () => false,
): Outcome {
  const counted = checks.filter((check) => check.status !== "FAILURE" || !isExcused(check));
  const failed = counted.some(({ status }) => status === "FAILURE");
  const remarks = counted
    .filter(({ status }) => status === "FAILURE" || status === "WARNING")
    .map(({ status, id, errorMessage = "" }) => `${status.toLowerCase()} ${id}: ${errorMessage}`);
  return { scenario, passed: counted.some(({ status }) => status === "SUCCESS") && !failed, remarks };
}
