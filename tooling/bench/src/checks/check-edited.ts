import { BenchFailure } from "../bench-failure.ts";

/** That the answer shows one of the lines taken away, and the other put in its place. */
export function checkEdited(answers: readonly string[], lines: readonly [string, string]): void {
  const answer = answers.join("");
  const isShown = lines.every((line) => [`-${line}`, `+${line}`].some((shown) => answer.includes(shown)));
  if (!isShown) throw new BenchFailure(`no diff of the edit in ${JSON.stringify(answer.slice(0, 200))}`);
}
