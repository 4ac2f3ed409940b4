import { confirm, isCancel, text } from "@clack/prompts";
import { Mistake } from "./mistake.ts";

/**
 * Asks the person at the terminal for a line.
 *
 * @param fault why an answer cannot be taken
 * @throws Mistake when they leave with Ctrl+C or Escape
 */
export async function askLine(
  message: string,
  initialValue: string,
  fault: (answer: string) => string | undefined,
): Promise<string> {
  return answered(await text({ message, initialValue, validate: (answer) => fault(answer ?? "") }));
}

/** Asks yes or no. Throws `Mistake` when the person leaves. */
export async function askYes(message: string, initialValue: boolean): Promise<boolean> {
  return answered(await confirm({ message, initialValue }));
}

function answered<Answer>(answer: Answer): Exclude<Answer, symbol> {
  if (isCancel(answer)) throw new Mistake("left off; nothing was written");
  return answer as Exclude<Answer, symbol>;
}
