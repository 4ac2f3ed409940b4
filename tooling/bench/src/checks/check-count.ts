import { BenchFailure } from "../bench-failure.ts";

/**
 * That so many different items arrived: a page sent twice counts once.
 *
 * @throws BenchFailure with both numbers
 */
export function checkCount(items: readonly string[], expected: number): void {
  const different = new Set(items).size;
  if (different !== expected || items.length !== expected) {
    throw new BenchFailure(`expected ${expected} items; ${items.length} came, ${different} of them different`);
  }
}
