import { examine } from "../doctor/examine.ts";
import type { Subject } from "../doctor/subject.ts";
import { printFindings } from "./print-findings.ts";

/**
 * `--doctor`: prints findings with their remedies, and ends the process. Throws `UsageError`, before anything is printed,
 * for a value on the command line that its option does not take.
 */
export async function doctor(subject: Subject): Promise<void> {
  const wrong = subject.options.problems.find(({ source }) => source === "command line");
  if (wrong !== undefined) throw wrong.error;
  await printFindings(examine(subject), subject.options.secrets);
}
