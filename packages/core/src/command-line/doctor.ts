import { examine } from "../doctor/examine.ts";
import type { Finding } from "../doctor/finding.ts";
import { findingText } from "../doctor/finding-text.ts";
import type { Subject } from "../doctor/subject.ts";
import { Redactor } from "../redaction/redactor.ts";

/**
 * `--doctor`: prints findings with their remedies on stdout, and ends the process: with 0 where none is a problem, else
 * with 1. Throws `UsageError`, before anything is printed, for a value on the command line that its option does not take.
 */
export async function doctor(subject: Subject): Promise<void> {
  const wrong = subject.options.problems.find(({ source }) => source === "command line");
  if (wrong !== undefined) throw wrong.error;
  const style = { redactor: new Redactor(subject.options.secrets), colour: takesColour(process.stdout) };
  const levels: Finding["level"][] = [];
  for await (const finding of examine(subject)) {
    levels.push(finding.level);
    process.stdout.write(findingText(finding, style));
  }
  const ending = `\n${summary(levels)}\n`;
  await new Promise<void>((resolve) => process.stdout.write(ending, () => resolve()));
  // What was opened and will not close would keep the process alive.
  process.exit(levels.includes("problem") ? 1 : 0);
}

/** https://no-color.org */
function takesColour({ isTTY }: NodeJS.WriteStream): boolean {
  return isTTY === true && !process.env.NO_COLOR;
}

function summary(levels: readonly Finding["level"][]): string {
  const [problems, warnings] = (["problem", "warning"] as const).map((level) => {
    const count = levels.filter((candidate) => candidate === level).length;
    return `${count} ${level}${count === 1 ? "" : "s"}`;
  });
  return `${problems}, ${warnings}.`;
}
