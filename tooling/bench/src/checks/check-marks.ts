import { BenchFailure } from "../bench-failure.ts";

/**
 * That every row came: each has the mark once, and nothing else has it.
 *
 * @throws BenchFailure with both numbers
 */
export function checkMarks(texts: readonly string[], mark: string, rows: number): void {
  const found = texts.join("\n").split(mark).length - 1;
  if (found !== rows) throw new BenchFailure(`expected ${rows} rows with "${mark}"; ${found} came`);
}
