import type { ToolAnswer } from "../../hosts/host.ts";

/** What the layout of a text's headers and marks takes beyond what the budget counts. */
const layout = 64;

/** What is wrong with the size of an answer; undefined where it keeps to its budget. */
export function budgetFault({ text, structured }: ToolAnswer, budget: number): string | undefined {
  const bytes = Buffer.byteLength(text);
  const most = structured === undefined ? budget + layout : budget;
  return bytes <= most ? undefined : `answers ${bytes} bytes, over its budget of ${budget}`;
}
