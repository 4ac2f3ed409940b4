import leven from "leven";

/**
 * The candidate that somebody who wrote `written` most likely meant; undefined when none is close.
 *
 * @param most letters that may differ, beside two that stand in each other's place
 */
export function nearest(
  written: string,
  candidates: Iterable<string>,
  most = mostDifferent(written.length),
): string | undefined {
  let best: string | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  const wanted = written.toLowerCase();
  for (const candidate of candidates) {
    const other = candidate.toLowerCase();
    const distance = leven(wanted, other);
    if (distance < bestDistance && (distance <= most || (distance === 2 && isJumbled(wanted, other)))) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** Two of a short name's letters are most of it, and any other short name would be as near. */
function mostDifferent(length: number): number {
  return length < 3 ? 0 : Math.max(1, Math.floor(length / 3));
}

/** Letters in each other's place count as two, and are the commonest slip in short names: `raed` is `read`. */
function isJumbled(written: string, candidate: string): boolean {
  const sorted = (text: string) => [...text].sort().join("");
  return written.length > 2 && written.length === candidate.length && sorted(written) === sorted(candidate);
}
