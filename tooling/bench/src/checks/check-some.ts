import { BenchFailure } from "../bench-failure.ts";

/**
 * That a first page holds something, and no more than there is.
 *
 * @throws BenchFailure otherwise
 */
export function checkSome(items: readonly string[], most: number): void {
  const different = new Set(items).size;
  if (different === 0 || different !== items.length || items.length > most) {
    throw new BenchFailure(`expected 1 to ${most} different items; ${items.length} came, ${different} different`);
  }
}
