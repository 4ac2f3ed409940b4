/** Compares the names of two entries as a walk meets them: each folder before what is in it, and names in order. */
export function inOrder(one: readonly string[], other: readonly string[]): number {
  const at = one.findIndex((name, index) => name !== other[index]);
  if (at < 0) return one.length - other.length;
  const [a = "", b] = [one[at], other[at]];
  return b === undefined || a > b ? 1 : -1;
}
