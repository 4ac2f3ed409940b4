import type { Finding } from "../doctor/finding.ts";
import { findingText } from "../doctor/finding-text.ts";
import { Redactor } from "../redaction/redactor.ts";

/**
 * Prints findings on stdout, each as soon as it is known, and a summary, and ends the process: with 0 where none is a
 * problem, else with 1.
 */
export async function printFindings(findings: AsyncIterable<Finding>, secrets: readonly string[]): Promise<void> {
  const style = { redactor: new Redactor(secrets), colour: takesColour(process.stdout) };
  const levels: Finding["level"][] = [];
  // Nobody reads any more, as behind `head`.
  process.stdout.once("error", () => process.exit(1));
  for await (const finding of findings) {
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
