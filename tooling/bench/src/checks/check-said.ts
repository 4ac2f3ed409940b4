import { BenchFailure } from "../bench-failure.ts";

/**
 * That all of these are said somewhere in the texts.
 *
 * @throws BenchFailure with the first that is not
 */
export function checkSaid(texts: readonly string[], wanted: readonly string[]): void {
  const all = texts.join("\n");
  const missing = wanted.find((one) => !all.includes(one));
  if (missing !== undefined) throw new BenchFailure(`"${missing}" is not in the answer: ${all.slice(0, 200)}`);
}
